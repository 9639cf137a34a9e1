import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesPage } from './rules-page.ts';

/** `npm run docs`: writes the page about the rules beside them. */
export function main(): number {
  writeFileSync(fileURLToPath(new URL('../../src/rules/README.md', import.meta.url)), rulesPage());
  console.log('Wrote src/rules/README.md');
  return 0;
}
