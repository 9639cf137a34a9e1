import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS, writeWhole } from '../../src/report/index.ts';
import type { BrowserPage, EngineName, RealBrowser } from '../browsers/browser.ts';
import { launchBrowser } from '../browsers/launch.ts';
import { provideBrowser } from '../browsers/provide.ts';
import { planted } from '../unit/report/plant.ts';
import { aReportWithEveryField } from '../unit/report/sample-reports.ts';

const LONG_AND_HOSTILE = `${'q'.repeat(400)}"><img src=x onerror=alert(1)><script>alert(1)</script>`;

let directory: string;
let plain: string;
let hostile: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cors-lens-report-'));
  const write = async (name: string, report: ReturnType<typeof aReportWithEveryField>) => {
    const path = join(directory, name);
    await writeFile(path, writeWhole(FORMATS.html, report, { length: 'complete' }));
    return pathToFileURL(path).href;
  };
  plain = await write('plain.html', aReportWithEveryField());
  hostile = await write('hostile.html', planted(aReportWithEveryField(), LONG_AND_HOSTILE));
});

afterAll(() => rm(directory, { recursive: true }));

describe.each<EngineName>(['chromium', 'firefox'])('the report as a file in %s', (engine) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    let browser: RealBrowser;
    let page: BrowserPage;

    beforeAll(async () => {
      browser = await launchBrowser(engine, { headless: true, colorScheme });
    });

    afterAll(() => browser?.close());

    it('has its styles and its theme, and loads nothing', async () => {
      page = await browser.openPage(plain);
      const seen = await page.evaluate(() => ({
        background: getComputedStyle(document.body).backgroundColor,
        loaded: performance.getEntriesByType('resource').map(({ name }) => name),
      }));
      expect(seen).toEqual({
        background: colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(30, 31, 34)',
        loaded: [],
      });
    });

    it.each([320, 360, 800, 1280])(
      'fits %i pixels, whatever is in it, and cuts nothing off',
      async (width) => {
        for (const url of [plain, hostile]) {
          await page.goto(url);
          await page.setViewport({ width, height: 800 });
          await page.waitFor((wanted) => innerWidth === wanted, [width]);
          const tooWide = await page.evaluate(() => {
            for (const each of document.querySelectorAll('details')) each.open = true;
            return [...document.querySelectorAll('main *:not(.visually-hidden)')]
              .filter(
                (each) =>
                  each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 ||
                  (getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1),
              )
              .map(
                (each) => `${each.tagName}.${each.getAttribute('class')}: ${each.textContent?.slice(0, 80)}`,
              );
          });
          expect(tooWide).toEqual([]);
        }
      },
    );

    it('is accessible', async () => {
      await page.goto(plain);
      // Into the document itself: the file’s policy lets no script element run, and needs not be weakened for this.
      const found = await page.evaluate(async (source) => {
        for (const each of document.querySelectorAll('details')) each.open = true;
        const inPage: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } =
          await new Promise((resolve, reject) => {
            try {
              // biome-ignore lint/security/noGlobalEval: axe-core is made to be evaluated in the page under test
              resolve(globalThis.eval(`${source}; axe`));
            } catch (error) {
              reject(error);
            }
          });
        const { violations } = await inPage.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      }, axe.source);
      expect(found).toEqual([]);
    });
  });
});

describe('in Chromium', () => {
  it('says nothing to the console, asks for nothing, and prints whole', async () => {
    const browser = await chromium.launch({
      executablePath: await provideBrowser('chromium', { say: (line) => console.log(line) }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const page = await browser.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('dialog', (dialog) => said.push(dialog.message()));
      page.on('request', (request) => said.push(request.url()));
      await page.goto(plain);
      await page.goto(hostile);
      expect(said).toEqual([plain, hostile]);

      await page.goto(plain);
      await page.emulateMedia({ media: 'print' });
      const hidden = await page.$$eval(
        'details > :not(summary)',
        (parts) => parts.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length,
      );
      expect(hidden).toBe(0);
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await browser.close();
    }
  });
});
