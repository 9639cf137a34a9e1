import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from '../../pictures/compare.ts';
import { channelsOf, colourOf, type Picture } from '../../pictures/picture.ts';
import { decodePng } from '../../pictures/png.ts';
import { simplify } from '../../pictures/simplify.ts';
import { type Box, blank, changed, INK, inBothThemes, RED, WHITE, withBox, withMoved } from './draw.ts';

/** How a browser has drawn the panel: 640 by 400 pixels. */
const PANEL = decodePng(readFileSync(new URL('panel.png', import.meta.url)));

/** What is where in it. */
const WORD: Box = { x: 352, y: 192, width: 62, height: 14 };
const ONE_LETTER: Box = { x: 352, y: 192, width: 5, height: 14 };
const ICON: Box = { x: 8, y: 84, width: 12, height: 12 };
const ROW: Box = { x: 0, y: 78, width: 269, height: 24 };
const LINE: Box = { x: 269, y: 30, width: 1, height: 350 };
const ALL: Box = { x: 0, y: 0, width: PANEL.width, height: PANEL.height };

function differs(actual: Picture): boolean {
  return compare(PANEL, actual) !== null;
}

/** Every pixel of the box nearer to that colour by this share, as another shade would have it. */
function tinted(box: Box, [red, green, blue]: readonly [number, number, number], share: number): Picture {
  const mixed = (was: number, wanted: number): number => Math.round(was + (wanted - was) * share);
  return changed(PANEL, box, (_x, _y, was) => {
    const [r, g, b] = channelsOf(was);
    return colourOf(mixed(r, red), mixed(g, green), mixed(b, blue));
  });
}

/** The smoothing of another version of a browser: pixels between two others are a little lighter or darker. */
function smoothedOtherwise(by: number): Picture {
  const { width, pixels } = PANEL;
  return changed(PANEL, { x: 1, y: 1, width: width - 2, height: PANEL.height - 2 }, (x, y, was) => {
    const at = y * width + x;
    const alone = [at - 1, at + 1, at - width, at + width].every((other) => pixels[other] !== was);
    const [red, green, blue] = channelsOf(was);
    const other = (value: number): number => Math.min(255, Math.max(0, value + (((at * 7919) % 3) - 1) * by));
    return alone ? colourOf(other(red), other(green), other(blue)) : was;
  });
}

describe('what has changed is found', () => {
  it.each<{ what: string; actual: Picture }>([
    { what: 'a word that moved by a pixel to the right', actual: withMoved(PANEL, WORD, 1, 0) },
    { what: 'a word that moved by a pixel down', actual: withMoved(PANEL, WORD, 0, 1) },
    { what: 'everything a pixel lower', actual: withMoved(PANEL, { ...ALL, height: ALL.height - 1 }, 0, 1) },
    { what: 'a missing word', actual: withBox(PANEL, WORD, WHITE) },
    { what: 'a missing letter', actual: withBox(PANEL, ONE_LETTER, WHITE) },
    { what: 'a missing icon', actual: withBox(PANEL, ICON, WHITE) },
    { what: 'an icon of another colour', actual: tinted(ICON, [25, 105, 47], 0.5) },
    { what: 'a word of another colour', actual: tinted(WORD, [179, 38, 30], 0.5) },
    { what: 'a row of nearly the same colour', actual: tinted(ROW, [255, 255, 255], 0.2) },
    { what: 'a line of nearly the same colour', actual: tinted(LINE, [0, 0, 0], 0.05) },
    { what: 'a missing line', actual: withBox(PANEL, LINE, WHITE) },
    { what: 'a line that is new', actual: withBox(PANEL, { x: 300, y: 360, width: 30, height: 1 }, INK) },
    { what: 'a dot that is new', actual: withBox(PANEL, { x: 300, y: 386, width: 3, height: 3 }, RED) },
  ])('$what', ({ actual }) => {
    expect(differs(actual)).toBe(true);
  });

  it('says how large the pictures are, if not the same', () => {
    const { what, picture } = compare(PANEL, blank(640, 390)) ?? {};
    expect(what).toBe('It is 640 by 390 pixels large instead of 640 by 400.');
    expect(picture).toMatchObject({ width: 640, height: 390 });
  });

  it('says how much and where, and marks it', () => {
    const difference = compare(
      blank(100, 60),
      withBox(blank(100, 60), { x: 50, y: 30, width: 4, height: 3 }, INK),
    );
    expect(difference?.what).toBe(
      '12 pixels differ, most of them around 48 from the left and 32 from the top.',
    );
    const marked = difference?.picture.pixels.filter((colour) => colour === colourOf(220, 0, 40));
    expect(marked).toHaveLength(12);
  });
});

describe('what looks the same is the same', () => {
  it.each<{ what: string; actual: Picture }>([
    { what: 'the picture itself', actual: PANEL },
    { what: 'letters that are smoothed a little otherwise', actual: smoothedOtherwise(12) },
    {
      what: 'few pixels here and there',
      actual: changed(PANEL, { x: 100, y: 300, width: 2, height: 2 }, () => INK),
    },
  ])('$what', ({ actual }) => {
    expect(compare(PANEL, actual)).toBeNull();
  });

  it('a picture and what is kept of it', () => {
    const drawn = inBothThemes(smoothedOtherwise(9));
    expect(compare(simplify(drawn), drawn)).toBeNull();
  });
});
