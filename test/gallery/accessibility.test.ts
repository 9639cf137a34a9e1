import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provideBrowser } from '../browsers/provide.ts';
import { POPUP_STATES } from './popup-states.ts';
import { STATES } from './states.ts';

const SIZES = [
  { name: 'wide', width: 1280, height: 660 },
  { name: 'docked at the side', width: 320, height: 640 },
];

let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await createServer({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    // Files that change meanwhile must not reload the page under the test.
    server: { port: 0, open: false, hmr: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  browser = await chromium.launch({
    executablePath: await provideBrowser('chromium', { say: (line) => console.log(line) }),
    // Chromium refuses to sandbox itself for root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  // A colour in the middle of its transition has no contrast to speak of.
  page = await browser.newPage({ reducedMotion: 'reduce' });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(SIZES)('$name', ({ width, height }) => {
  it.each(Object.keys(STATES))('%s has no accessibility violation', { timeout: 30_000 }, async (state) => {
    await page.setViewportSize({ width, height });
    await open(state);
    expect(await violations('light')).toEqual([]);
    expect(await violations('dark')).toEqual([]);
  });
});

describe('the popup', () => {
  it.each(Object.keys(POPUP_STATES))(
    '%s has no accessibility violation',
    { timeout: 30_000 },
    async (state) => {
      await page.setViewportSize({ width: 380, height: 600 });
      await openPopup(state);
      expect(await violations('light')).toEqual([]);
      expect(await violations('dark')).toEqual([]);
    },
  );

  it('is no larger than browsers make a popup, whatever is in it', async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    for (const state of ['blocked-many', 'hostile']) {
      await openPopup(state);
      const [width, height] = await page.evaluate(() => {
        const { scrollWidth, offsetHeight } = document.body;
        return [scrollWidth, offsetHeight];
      });
      expect(width).toBeLessThanOrEqual(400);
      expect(height).toBeLessThanOrEqual(600);
    }
  });
});

async function open(state: string): Promise<void> {
  await page.goto(`${server.resolvedUrls?.local[0]}test/gallery/index.html?state=${state}`);
  await page.waitForFunction(() => {
    const text = document.querySelector('.status-bar')?.textContent;
    return text !== undefined && !text.includes('checking');
  });
}

async function openPopup(state: string): Promise<void> {
  await page.goto(`${server.resolvedUrls?.local[0]}test/gallery/popup.html?state=${state}`);
  await page.waitForSelector('.popup :is(.empty, .summary:not([data-tone=checking]))');
}

/** What axe-core finds in a theme, each in one line. */
async function violations(theme: string): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (wanted) => {
    document.documentElement.dataset['theme'] = wanted;
    // The source that was just evaluated puts axe on the window.
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations: found } = await inPage.run(document);
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
  }, theme);
}
