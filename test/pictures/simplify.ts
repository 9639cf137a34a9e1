import { coloursAt, distance, eachInRun, type Picture } from './picture.ts';

/** By how much a channel of a smoothed pixel may become another: an edge looks the same, and its file is half as large. */
const ROUNDED_BY = 16;

/** So many pixels of a colour in a row or column are more than the smoothing of an edge. */
const LONG = 14;

/** What a palette has room for: 256 colours. */
const MOST_PAIRS = 128;

/** A picture of two halves that is as good for people, with as few colours as a palette has room for. */
export interface SimplePicture extends Picture {
  /** The colours of the left half, then as many of the right one, in the same order. */
  readonly palette: readonly number[];
  /** The place of each pixel's colour in the palette; in the right half it is that in the left one and half the palette. */
  readonly places: Uint8Array;
}

/** The bits of a colour that are not the same everywhere: those of its red, green and blue. */
const RGB = 0xff_ff_ff;

/** The colour of a pixel in the left half and of its counterpart in the right one. */
type Pair = readonly [left: number, right: number];

interface Pairs {
  /** Each of them once. */
  readonly pairs: readonly Pair[];
  /** How often each is there. */
  readonly counts: readonly number[];
  /** Which one each pixel of the left half has, row by row. */
  readonly at: Uint32Array;
}

/**
 * Leaves the colours of surfaces and lines as they are, and rounds those with which letters and curves are smoothed.
 *
 * @param picture the same thing twice, side by side in two themes: what is one surface or letter in a half is one in the other
 */
export function simplify(picture: Picture): SimplePicture {
  const drawn = pairsIn(picture);
  const surfaces = pairsOfSurfaces(picture, drawn);
  for (let by = ROUNDED_BY; by < 256; by += 1) {
    const instead = rounded(drawn, surfaces, by);
    if (instead !== null) return withPairs(picture, drawn, instead);
  }
  throw new Error('There are more surfaces than a palette has room for.');
}

function pairsIn({ width, height, pixels }: Picture): Pairs {
  const half = width / 2;
  const pairs: Pair[] = [];
  const counts: number[] = [];
  const known = new Map<number, number>();
  const at = new Uint32Array(half * height);
  for (let row = 0, to = 0; row < pixels.length; row += width) {
    for (let from = row; from < row + half; from += 1, to += 1) {
      const left = pixels[from] ?? 0;
      const right = pixels[from + half] ?? 0;
      // Most pixels are like their neighbours.
      const isLast = from > row && left === pixels[from - 1] && right === pixels[from + half - 1];
      const both = isLast ? 0 : (left & RGB) * 2 ** 24 + (right & RGB);
      let pair = isLast ? at[to - 1] : known.get(both);
      if (pair === undefined) {
        pair = pairs.push([left, right]) - 1;
        counts.push(0);
        known.set(both, pair);
      }
      at[to] = pair;
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
  }
  return { pairs, counts, at };
}

/** Those of at least `LONG` pixels in a row or column. */
function pairsOfSurfaces({ width, height }: Picture, { at }: Pairs): ReadonlySet<number> {
  const surfaces = new Set<number>();
  eachInRun(
    { width: width / 2, height },
    (one, before) => at[one] === at[before],
    LONG,
    (one) => surfaces.add(at[one] ?? 0),
  );
  return surfaces;
}

/**
 * What each pair becomes: itself, or one near it that is more frequent.
 *
 * @param by how far a channel may be from what it was
 * @returns null if there are too many then
 */
function rounded(
  { pairs, counts }: Pairs,
  surfaces: ReadonlySet<number>,
  by: number,
): readonly number[] | null {
  const instead = [...pairs.keys()];
  const kept = [...surfaces];
  const countOf = (pair: number): number => counts[pair] ?? 0;
  const smoothed = instead.filter((pair) => !surfaces.has(pair)).sort((a, b) => countOf(b) - countOf(a));
  for (const pair of smoothed) {
    const near = nearest(pairs, kept, pair, by);
    if (near === undefined) kept.push(pair);
    else instead[pair] = near;
    if (kept.length > MOST_PAIRS) break;
  }
  return kept.length > MOST_PAIRS ? null : instead;
}

function nearest(
  pairs: readonly Pair[],
  kept: readonly number[],
  pair: number,
  by: number,
): number | undefined {
  const [left, right] = pairs[pair] ?? [0, 0];
  let found: number | undefined;
  let least = by + 1;
  for (const other of kept) {
    const [otherLeft, otherRight] = pairs[other] ?? [0, 0];
    const far = Math.max(distance(left, otherLeft), distance(right, otherRight));
    if (far >= least) continue;
    least = far;
    found = other;
  }
  return found;
}

/** The picture with these pairs. The most frequent ones come first in its palette, which makes its file smaller. */
function withPairs(
  { width, height }: Picture,
  { pairs, counts, at }: Pairs,
  instead: readonly number[],
): SimplePicture {
  const totals = new Map<number, number>();
  for (const [pair, kept] of instead.entries()) {
    totals.set(kept, (totals.get(kept) ?? 0) + (counts[pair] ?? 0));
  }
  const kept = [...totals].sort(([, a], [, b]) => b - a).map(([pair]) => pair);
  const palette = [0, 1].flatMap((side) => kept.map((pair) => pairs[pair]?.[side] ?? 0));
  const placeOf = instead.map((pair) => kept.indexOf(pair));
  const half = width / 2;
  const places = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < places.length; to += width) {
    for (let x = to; x < to + half; x += 1, from += 1) {
      const place = placeOf[at[from] ?? 0] ?? 0;
      places[x] = place;
      places[x + half] = place + kept.length;
    }
  }
  return { width, height, pixels: coloursAt(places, palette), palette, places };
}
