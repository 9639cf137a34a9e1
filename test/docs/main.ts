import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { completenessPage } from './completeness-page.ts';
import { allPages } from './pages/all-pages.tsx';
import { platformsPage } from './platforms-page.ts';
import { rulesPage } from './rules-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Vite copies it into the extension as it is. */
const PAGES = `${ROOT}public/causes/`;

/** `npm run docs`: writes the pages about the rules, the platforms and what is recorded, and those that the extension ships. */
export function main(): number {
  writeFileSync(`${ROOT}src/rules/README.md`, rulesPage());
  writeFileSync(`${ROOT}test/completeness/README.md`, completenessPage());
  writeFileSync(`${ROOT}src/fixes/platforms/README.md`, platformsPage());
  const pages = allPages();
  mkdirSync(PAGES, { recursive: true });
  for (const [name, page] of pages) writeFileSync(PAGES + name, page);
  const outdated = readdirSync(PAGES).filter((name) => name.endsWith('.html') && !pages.has(name));
  for (const name of outdated) rmSync(PAGES + name);
  console.log(
    `Wrote src/rules/README.md, src/fixes/platforms/README.md, test/completeness/README.md and ${pages.size} pages in public/causes`,
  );
  return 0;
}
