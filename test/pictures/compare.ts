import pixelmatch from 'pixelmatch';
import { channelsOf, colourOf, cropped, distance, eachInRun, type Picture, RUN, sizeOf } from './picture.ts';

/** What makes two pictures two. */
export interface Difference {
  /** A sentence for people. */
  readonly what: string;
  /** The expected picture, pale, with what differs in red. */
  readonly picture: Picture;
}

/** From where on a smoothed pixel has another colour, from 0 to 1. Browsers smooth a little differently from version to version. */
const THRESHOLD = 0.1;

/** From where on a surface or a line has another colour: by so much in one channel, of 255. */
const OTHER_SHADE = 2;

/** More pixels than these in a square of that side are a change: what browsers smooth differently is scattered. */
const MOST = 4;
const SIDE = 16;

const RED = colourOf(220, 0, 40);

/**
 * Compares a picture with the one that was reviewed, which is a simplified one: what has moved, was cut or recoloured, is new or missing is found; how
 * letters and curves are smoothed makes no difference.
 *
 * @returns null if they are the same
 */
export function compare(expected: Picture, actual: Picture): Difference | null {
  if (expected.width !== actual.width || expected.height !== actual.height) {
    const common = {
      width: Math.min(expected.width, actual.width),
      height: Math.min(expected.height, actual.height),
    };
    return {
      what: `It is ${sizeOf(actual)} pixels large instead of ${sizeOf(expected)}.`,
      picture: marked(
        cropped(expected, common),
        differing(cropped(expected, common), cropped(actual, common)),
      ),
    };
  }
  const different = differing(expected, actual);
  const dense = densest(different, expected);
  if (dense.count <= MOST) return null;
  const total = different.reduce((sum, each) => sum + each, 0);
  return {
    what: `${total} pixels differ, most of them around ${dense.x} from the left and ${dense.y} from the top.`,
    picture: marked(expected, different),
  };
}

/** 1 for each pixel that has another colour. */
function differing(expected: Picture, actual: Picture): Uint8Array {
  const { width, height } = expected;
  const marks = new Uint8Array(width * height * 4);
  pixelmatch(bytesOf(expected), bytesOf(actual), marks, width, height, {
    threshold: THRESHOLD,
    diffMask: true,
  });
  const different = new Uint8Array(width * height);
  for (let at = 0; at < different.length; at += 1) different[at] = marks[at * 4 + 3] === 0 ? 0 : 1;
  markRuns(expected, actual, different);
  return different;
}

/** Marks the surfaces and lines that have another colour, be it nearly the same: on them, no pixel is smoothed. */
function markRuns(expected: Picture, actual: Picture, different: Uint8Array): void {
  const [some, others] = [expected.pixels, actual.pixels];
  const areAlike = (at: number, before: number): boolean =>
    some[at] === some[before] && others[at] === others[before];
  eachInRun(expected, areAlike, RUN, (at) => {
    if (some[at] === others[at] || distance(some[at] ?? 0, others[at] ?? 0) < OTHER_SHADE) return;
    different[at] = 1;
  });
}

interface Place {
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

/** Where most pixels differ: of all squares, each half a side from the next, how many do in the one with the most, and its middle. */
function densest(different: Uint8Array, { width, height }: Picture): Place {
  const half = SIDE / 2;
  const across = Math.ceil(width / half) + 1;
  const counts = new Uint16Array(across * (Math.ceil(height / half) + 1));
  for (let at = 0; at < different.length; at += 1) {
    if (different[at] === 0) continue;
    const cell = Math.floor(at / width / half) * across + Math.floor((at % width) / half);
    // Each cell is a quarter of the square that begins with it and of those before, beside, and above.
    for (const back of [0, 1, across, across + 1]) {
      if (cell >= back) counts[cell - back] = (counts[cell - back] ?? 0) + 1;
    }
  }
  const count = counts.reduce((most, each) => Math.max(most, each), 0);
  const at = counts.indexOf(count);
  return { count, x: ((at % across) + 1) * half, y: (Math.floor(at / across) + 1) * half };
}

function marked(picture: Picture, different: Uint8Array): Picture {
  const pale = (value: number): number => 255 - Math.round((255 - value) / 4);
  return {
    ...picture,
    pixels: picture.pixels.map((colour, at) => {
      if (different[at] === 1) return RED;
      const [red, green, blue] = channelsOf(colour);
      return colourOf(pale(red), pale(green), pale(blue));
    }),
  };
}

function bytesOf({ pixels }: Picture): Uint8Array {
  return new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
}
