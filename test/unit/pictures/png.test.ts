import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { colourOf } from '../../pictures/picture.ts';
import { decodePng } from '../../pictures/png.ts';

const PIXELS = [10, 20, 30, 40, 50, 60, 15, 27, 31, 90, 80, 70].map((_, at, all) =>
  all.slice(at * 3, at * 3 + 3),
);

/** A file of two by two pixels; its rows are as they are before they are compressed. */
function fileOf(
  rows: readonly number[],
  header: Partial<Record<'depth' | 'type' | 'interlaced', number>> = {},
) {
  const { depth = 8, type = 2, interlaced = 0 } = header;
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Uint8Array.from([0, 0, 0, 2, 0, 0, 0, 2, depth, type, 0, 0, interlaced])),
    // Browsers write the data in pieces.
    ...[0, 5].map((from) => {
      const data = deflateSync(Uint8Array.from(rows));
      return chunk('IDAT', data.subarray(from, from === 0 ? 5 : undefined));
    }),
    chunk('IEND', new Uint8Array()),
  ]);
}

it.each([
  { filter: 'none', rows: [0, 10, 20, 30, 40, 50, 60, 0, 15, 27, 31, 90, 80, 70] },
  { filter: 'left', rows: [1, 10, 20, 30, 30, 30, 30, 1, 15, 27, 31, 75, 53, 39] },
  { filter: 'above', rows: [2, 10, 20, 30, 40, 50, 60, 2, 5, 7, 1, 50, 30, 10] },
  { filter: 'average', rows: [3, 10, 20, 30, 35, 40, 45, 3, 10, 17, 16, 63, 42, 25] },
  { filter: 'paeth', rows: [4, 10, 20, 30, 30, 30, 30, 4, 5, 7, 1, 50, 30, 10] },
])('reads what a browser wrote with the filter $filter', ({ rows }) => {
  const { width, height, pixels } = decodePng(fileOf(rows));
  expect([width, height]).toEqual([2, 2]);
  expect([...pixels]).toEqual(
    PIXELS.slice(0, 4).map(([red = 0, green = 0, blue = 0]) => colourOf(red, green, blue)),
  );
});

it.each([
  { what: 'sixteen bits', file: fileOf([], { depth: 16 }) },
  { what: 'opacity', file: fileOf([], { type: 6 }) },
  { what: 'interlaced rows', file: fileOf([], { interlaced: 1 }) },
  { what: 'something else', file: Buffer.from('<html></html>') },
])('says that a file with $what is none that is known', ({ file }) => {
  expect(() => decodePng(file)).toThrow('That is no PNG file of a kind that is known here.');
});
