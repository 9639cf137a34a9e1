import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { provideBrowser } from '../browsers/provide.ts';

const ICONS = fileURLToPath(new URL('../../public/icons/', import.meta.url));
const SIZES = [16, 32, 48, 128];

/** Draws the PNG icons of every size from `public/icons/icon.svg`. Run after a change of that file. */
export async function main(): Promise<number> {
  const executablePath = await provideBrowser('chromium', { say: console.log });
  const svg = await readFile(`${ICONS}icon.svg`, 'utf8');
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      await page.screenshot({ path: `${ICONS}${size}.png`, omitBackground: true });
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return 0;
}
