import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, type GalleryPage, openGallery, showState } from './open-gallery.ts';
import { POPUP_STATES } from './popup-states.ts';
import { STATES } from './states.ts';

const SIZES = [
  { name: 'wide', width: 1280, height: 660 },
  { name: 'docked at the side', width: 320, height: 640 },
];

/** What axe-core says of colours; the rest it says in every theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

let gallery: Gallery;
let panel: Page;
let popup: Page;

beforeAll(async () => {
  gallery = await openGallery();
  panel = await openWithAxe('panel');
  popup = await openWithAxe('popup');
}, 60_000);

afterAll(() => gallery?.close());

describe.each(SIZES)('$name', ({ width, height }) => {
  it.each(Object.keys(STATES))(
    '%s fits its page, and has no accessibility violation',
    { timeout: 30_000 },
    async (state) => {
      await panel.setViewportSize({ width, height });
      await showState(panel, { page: 'panel', state });
      // What reaches out of the page could be scrolled to, and the toolbar out of it.
      expect(await panel.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      expect(await violations(panel)).toEqual([]);
    },
  );
});

describe('the popup', () => {
  it.each(Object.keys(POPUP_STATES))(
    '%s has no accessibility violation',
    { timeout: 30_000 },
    async (state) => {
      await popup.setViewportSize({ width: 380, height: 600 });
      await showState(popup, { page: 'popup', state });
      expect(await violations(popup)).toEqual([]);
    },
  );

  it('is no larger than browsers make a popup, whatever is in it', async () => {
    await popup.setViewportSize({ width: 800, height: 900 });
    for (const state of ['blocked-many', 'hostile']) {
      await showState(popup, { page: 'popup', state });
      const [width, height] = await popup.evaluate(() => {
        const { scrollWidth, offsetHeight } = document.body;
        return [scrollWidth, offsetHeight];
      });
      expect(width).toBeLessThanOrEqual(400);
      expect(height).toBeLessThanOrEqual(600);
    }
  });
});

async function openWithAxe(name: GalleryPage): Promise<Page> {
  const page = await gallery.openPage(name);
  await page.evaluate(axe.source);
  return page;
}

/** What axe-core finds in both themes, each in one line. */
function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (ofColours) => {
    const { axe: inPage } = window as unknown as WithAxe;
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

interface WithAxe {
  readonly axe: typeof axe;
}
