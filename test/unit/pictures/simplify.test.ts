import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beside, colourOf } from '../../pictures/picture.ts';
import { decodePng, encodePng } from '../../pictures/png.ts';
import { simplify } from '../../pictures/simplify.ts';
import { blank, changed, inBothThemes, WHITE, withBox } from './draw.ts';

const FAINT = colourOf(246, 247, 249);
const LINE = { x: 0, y: 10, width: 40, height: 1 };
const DOT = { x: 5, y: 5, width: 2, height: 2 };

/** What letters and curves have between their colour and that of the surface. */
const BETWEEN = [colourOf(101, 143, 170), colourOf(95, 140, 180), colourOf(150, 180, 200)] as const;

describe('a picture that is kept', () => {
  it('has the very colours of surfaces and lines', () => {
    const drawn = inBothThemes(withBox(blank(40, 30), LINE, FAINT));
    expect(simplify(drawn).pixels).toEqual(drawn.pixels);
  });

  it('has of the colours between two surfaces those that are frequent, in place of what is near them', () => {
    const [frequent, near, far] = BETWEEN;
    const dots = withBox(withBox(blank(40, 30), DOT, frequent), { ...DOT, x: 15, width: 1 }, near);
    const drawn = inBothThemes(withBox(dots, { ...DOT, x: 25, width: 1 }, far));
    const left = simplify(drawn).palette.slice(0, 3);
    expect(left).toEqual([WHITE, frequent, far]);
  });

  it('has what is near in one theme only as it is', () => {
    const [frequent, near, far] = BETWEEN;
    const light = withBox(withBox(blank(40, 30), DOT, frequent), { ...DOT, x: 15, width: 1 }, near);
    const dark = withBox(withBox(blank(40, 30), DOT, frequent), { ...DOT, x: 15, width: 1 }, far);
    const drawn = beside(light, dark);
    expect(simplify(drawn).pixels).toEqual(drawn.pixels);
  });

  it('has no more colours than a palette has room for', () => {
    const drawn = changed(blank(64, 64), { x: 0, y: 0, width: 64, height: 64 }, (x, y) =>
      colourOf(x * 4, y * 4, (x * y) % 256),
    );
    expect(simplify(drawn).palette.length).toBeLessThanOrEqual(256);
  });

  it('comes back from its file as it is, and is kept the same once more', () => {
    const [frequent, near] = BETWEEN;
    const dots = withBox(withBox(blank(40, 30, FAINT), DOT, frequent), { ...DOT, x: 15 }, near);
    const simple = simplify(inBothThemes(dots));
    const { width, height, pixels } = simple;
    const again = decodePng(encodePng(simple));
    expect(again).toEqual({ width, height, pixels });
    expect(simplify(again).pixels).toEqual(pixels);
  });

  it('takes little more room with both themes than with one', () => {
    const file = readFileSync(new URL('panel.png', import.meta.url));
    const both = encodePng(simplify(inBothThemes(decodePng(file))));
    expect(both.length).toBeLessThan(file.length * 1.4);
  });
});
