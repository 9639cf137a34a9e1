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

/** What axe-core says of colours; the rest it says in every theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

let server: ViteDevServer;
let browser: Browser;
let panel: Page;
let popup: Page;

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
  panel = await openGallery('index');
  popup = await openGallery('popup');
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(SIZES)('$name', ({ width, height }) => {
  it.each(Object.keys(STATES))('%s has no accessibility violation', { timeout: 30_000 }, async (state) => {
    await panel.setViewportSize({ width, height });
    await showInPanel(state);
    expect(await violations(panel)).toEqual([]);
  });
});

describe('the popup', () => {
  it.each(Object.keys(POPUP_STATES))(
    '%s has no accessibility violation',
    { timeout: 30_000 },
    async (state) => {
      await popup.setViewportSize({ width: 380, height: 600 });
      await showInPopup(state);
      expect(await violations(popup)).toEqual([]);
    },
  );

  it('is no larger than browsers make a popup, whatever is in it', async () => {
    await popup.setViewportSize({ width: 800, height: 900 });
    for (const state of ['blocked-many', 'hostile']) {
      await showInPopup(state);
      const [width, height] = await popup.evaluate(() => {
        const { scrollWidth, offsetHeight } = document.body;
        return [scrollWidth, offsetHeight];
      });
      expect(width).toBeLessThanOrEqual(400);
      expect(height).toBeLessThanOrEqual(600);
    }
  });
});

/** A page of the gallery, with axe-core in it. It is loaded once: what is served unbundled takes its time. */
async function openGallery(name: 'index' | 'popup'): Promise<Page> {
  // A colour in the middle of its transition has no contrast to speak of.
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(`${server.resolvedUrls?.local[0]}test/gallery/${name}.html`);
  await page.evaluate(axe.source);
  return page;
}

async function showInPanel(state: string): Promise<void> {
  await show(panel, state);
  await panel.waitForFunction(() => {
    const text = document.querySelector('.status-bar')?.textContent;
    return text !== undefined && !text.includes('checking');
  });
}

async function showInPopup(state: string): Promise<void> {
  await show(popup, state);
  await popup.waitForSelector('.popup :is(.empty, .summary:not([data-tone=checking]))');
}

function show(page: Page, state: string): Promise<void> {
  return page.evaluate((name) => (window as unknown as InGallery).show(name), state);
}

/** What axe-core finds in both themes, each in one line. */
function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (ofColours) => {
    const { axe: inPage } = window as unknown as InGallery;
    const found: string[] = [];
    for (const [theme, options] of [
      ['light', {}],
      ['dark', { runOnly: ofColours }],
    ] as const) {
      document.documentElement.dataset['theme'] = theme;
      const { violations } = await inPage.run(document, { ...options, resultTypes: ['violations'] });
      for (const { id, nodes } of violations) {
        for (const { html, failureSummary } of nodes)
          found.push(`${theme}: ${id}: ${html} ${failureSummary}`);
      }
    }
    return found;
  }, OF_COLOURS);
}

/** What a page of the gallery has besides what it shows. */
interface InGallery {
  show(state: string): void;
  readonly axe: typeof axe;
}
