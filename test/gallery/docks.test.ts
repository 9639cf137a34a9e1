import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery, showState } from './open-gallery.ts';

let gallery: Gallery;
let panel: Page;

beforeAll(async () => {
  gallery = await openGallery();
  panel = await gallery.openPage('panel');
}, 60_000);

afterAll(() => gallery?.close());

async function show(state: string, width: number, height: number): Promise<void> {
  await panel.setViewportSize({ width, height });
  await showState(panel, { page: 'panel', state });
}

/** Where an element is, in pixels of the panel. */
function boxOf(selector: string): Promise<{ top: number; right: number; bottom: number; height: number }> {
  return panel.$eval(selector, (element) => {
    const { top, right, bottom, height } = element.getBoundingClientRect();
    return { top, right, bottom, height };
  });
}

/** What sticks out of the panel at its sides, unless it is in something that scrolls or cuts. */
function stickingOut(): Promise<readonly string[]> {
  return panel.evaluate(() => {
    const isCut = (element: Element): boolean =>
      element.closest('.visually-hidden, .filter-popup') !== null ||
      [...ancestorsOf(element)].some((each) => getComputedStyle(each).overflowX !== 'visible');
    function* ancestorsOf(element: Element): Generator<Element> {
      for (
        let each = element.parentElement;
        each !== null && each !== document.body;
        each = each.parentElement
      )
        yield each;
    }
    return [...document.querySelectorAll('.panel *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !isCut(element))
      .map(({ tagName, className }) => `${tagName}.${className}`);
  });
}

const SIZES = [
  { width: 1920, height: 900, toolbarLines: 1 },
  { width: 1280, height: 300, toolbarLines: 1 },
  { width: 640, height: 400, toolbarLines: 1 },
  { width: 640, height: 200, toolbarLines: 1 },
  { width: 360, height: 640, toolbarLines: 2 },
  { width: 320, height: 640, toolbarLines: 2 },
  { width: 320, height: 200, toolbarLines: 2 },
];

describe.each(SIZES)('a dock of $width by $height', ({ width, height, toolbarLines }) => {
  it.each(['list', 'by-cause', 'plain-list', 'server-error', 'apis', 'advice', 'what-if', 'first-use'])(
    'has room for %s',
    async (state) => {
      await show(state, width, height);
      expect(await stickingOut()).toEqual([]);
      expect((await boxOf('.toolbar')).height).toBeLessThanOrEqual(6 + toolbarLines * 25);
      expect((await boxOf('.status-bar')).bottom).toBeLessThanOrEqual(height);
    },
  );

  it('shows requests, and their causes', async () => {
    await show('list', width, height);
    const causes = await panel.$$eval('.cell-cause', (cells) =>
      cells.map((cell) => cell.getBoundingClientRect()).filter((box) => box.bottom <= innerHeight - 21),
    );
    expect(causes.length).toBeGreaterThanOrEqual(4);
    for (const { width: room } of causes) expect(room).toBeGreaterThan(80);
  });
});

describe.each([
  { width: 640, height: 400 },
  { width: 1280, height: 300 },
  { width: 1280, height: 700 },
  { width: 1920, height: 900 },
])('at $width by $height', ({ width, height }) => {
  it.each(['server-error', 'duplicate', 'headers-not-allowed'])(
    'the headline of %s and the picture of what happened are seen at once',
    async (state) => {
      await show(state, width, height);
      const statusBar = await boxOf('.status-bar');
      expect((await boxOf('.headline h2')).top).toBeGreaterThan(0);
      expect((await boxOf('.break-mark')).bottom).toBeLessThanOrEqual(statusBar.top);
    },
  );
});

it.each([
  { state: 'report-empty', width: 360 },
  { state: 'report-empty', width: 320 },
  { state: 'report', width: 360 },
  { state: 'list', width: 360 },
])('there is room to write a filter: $state, $width wide', async ({ state, width }) => {
  await show(state, width, 640);
  expect(await panel.$eval('.filter', ({ clientWidth }) => clientWidth)).toBeGreaterThanOrEqual(130);
});

/** The texts of those that match and have less room than they need. */
function cutOff(selector: string): Promise<readonly string[]> {
  return panel.$$eval(selector, (elements) =>
    elements
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => textContent ?? ''),
  );
}

it.each(['list', 'plain-list', 'sorted', 'page-loads', 'by-cause', 'all-fine'])(
  'while nothing is selected, %s has all of the room, and cuts nothing',
  async (state) => {
    await show(state, 1280, 700);
    expect(await panel.$eval('.list', ({ clientWidth }) => clientWidth)).toBe(1280);
    expect(await panel.$('.splitter')).toBeNull();
    expect(await cutOff('.cell:not(.cell-path), .path-start, .path-end, .column-name')).toEqual([]);
  },
);

it('beside what is selected, the list still has room for causes', async () => {
  await show('server-error', 1280, 700);
  expect(await cutOff('.cell-cause, .cell-path *')).toEqual([]);
});

it.each([
  { width: 640, height: 400 },
  { width: 640, height: 200 },
  { width: 360, height: 640 },
])('the headings of groups are whole at $width by $height', async ({ width, height }) => {
  for (const state of ['server-error', 'several-selected', 'several-notices']) {
    await show(state, width, height);
    expect(await cutOff('.cell-group, .cell-group b, .group-summary, .group-numbers')).toEqual([]);
  }
});

it.each([
  { width: 640, height: 400 },
  { width: 360, height: 640 },
  { width: 360, height: 400 },
])('several notices leave most of a dock of $width by $height to the list', async ({ width, height }) => {
  await show('several-notices', width, height);
  expect((await boxOf('.notices')).height).toBeLessThan(height / 4);
  await panel.click('.more-notices > summary');
  expect((await boxOf('.notices')).height).toBeLessThan(height / 2);
  expect(await panel.$eval('.list', ({ clientHeight }) => clientHeight)).toBeGreaterThan(4 * 24);
});

/** A window of 1280 by 700 pixels in which the browser shows pages larger, or smaller: so are its pixels. */
describe.each([200, 150, 67, 50])('zoomed to %i %', (percent) => {
  const width = Math.round((1280 * 100) / percent);
  const height = Math.round((700 * 100) / percent);
  let usual: Page;

  beforeAll(async () => {
    usual = panel;
    panel = await gallery.openPage('panel', { deviceScaleFactor: percent / 100 });
  });

  afterAll(async () => {
    await panel.close();
    panel = usual;
  });

  it.each(['list', 'server-error', 'several-notices', 'apis', 'what-if', 'help'])(
    '%s is whole, and drawn as sharply as the screen can',
    async (state) => {
      await show(state, width, height);
      expect(await panel.evaluate(() => devicePixelRatio)).toBeCloseTo(percent / 100);
      expect(await stickingOut()).toEqual([]);
      expect(await cutOff('.cell-group, .cell-group b, .column-name')).toEqual([]);
      expect((await boxOf('.toolbar')).height).toBeLessThanOrEqual(6 + 25);
      expect((await boxOf('.status-bar')).bottom).toBeLessThanOrEqual(height);
      // Pictures of pixels would be stretched.
      expect(await panel.$$('canvas, img')).toEqual([]);
    },
  );
});

it('nothing moves for whoever wants no motion', async () => {
  await show('server-error', 1280, 700);
  const moving = () =>
    panel.$$eval('.panel *', (elements) =>
      elements.some((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none';
      }),
    );
  expect(await moving()).toBe(false);
  await panel.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moving()).toBe(true);
  await panel.emulateMedia({ reducedMotion: 'reduce' });
});

it('forced colours leave what is selected, pressed and broken to be seen', async () => {
  await show('server-error', 1280, 700);
  await panel.emulateMedia({ forcedColors: 'active' });
  const colours = await panel.evaluate(() => {
    const styleOf = (selector: string) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`There is no ${selector}.`);
      return getComputedStyle(element);
    };
    return {
      row: styleOf('.list-row[aria-selected="false"]').backgroundColor,
      selected: styleOf('.list-row[aria-selected="true"]').backgroundColor,
      canvas: styleOf('body').backgroundColor,
      mark: styleOf('.break-mark circle').fill,
      arrow: styleOf('.arrow line').stroke,
    };
  });
  await panel.emulateMedia({ forcedColors: 'none' });
  expect(colours.selected).not.toBe(colours.row);
  expect(colours.mark).not.toBe(colours.canvas);
  expect(colours.arrow).not.toBe(colours.canvas);
});
