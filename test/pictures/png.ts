import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { channelsOf, colourOf, coloursAt, type Picture } from './picture.ts';
import type { SimplePicture } from './simplify.ts';

// https://www.w3.org/TR/png-3/, as much of it as pictures of browsers and our own need. There are hundreds of them, and
// what decodes any file takes several times as long.

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Bits of a channel, and of a place in a palette. */
const DEPTH = 8;

/** The colour types: a pixel is three bytes, or one. */
const RGB = 2;
const INDEXED = 3;

/** What is subtracted from each byte before its row is compressed. */
const FILTERS = { none: 0, left: 1, above: 2, average: 3, paeth: 4 } as const;

/**
 * A picture from a file, whether its colours are in a palette or not.
 *
 * @throws Error if the file is none that a browser or `encodePng` makes of a picture without transparency
 */
export function decodePng(file: Uint8Array): Picture {
  const chunks = chunksOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const header = Buffer.concat(chunks.get('IHDR') ?? []);
  const [depth, type, , , interlaced] = header.subarray(8);
  if (depth !== DEPTH || (type !== RGB && type !== INDEXED) || interlaced !== 0) {
    throw new Error('That is no PNG file of a kind that is known here.');
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = type === RGB ? 3 : 1;
  const bytes = unfiltered(inflateSync(Buffer.concat(chunks.get('IDAT') ?? [])), width * size, height, size);
  if (type === RGB) return { width, height, pixels: coloursIn(bytes) };
  const palette = coloursIn(Buffer.concat(chunks.get('PLTE') ?? []));
  return { width, height, pixels: coloursAt(bytes, palette) };
}

/** The file of a picture that has been simplified, with its colours in a palette. */
export function encodePng({ width, height, palette, places }: SimplePicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([DEPTH, INDEXED], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(withoutLeft(places, width), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/**
 * The rows with, in place of each byte, how much larger it is than the one before: in the right half of a simplified
 * picture that is what it is in the left one, so this half takes next to no room.
 */
function withoutLeft(places: Uint8Array, width: number): Uint8Array {
  const rows = new Uint8Array(places.length + places.length / width);
  let to = 0;
  for (let at = 0; at < places.length; at += 1) {
    const isFirst = at % width === 0;
    if (isFirst) rows[to++] = FILTERS.left;
    rows[to++] = (places[at] ?? 0) - (isFirst ? 0 : (places[at - 1] ?? 0));
  }
  return rows;
}

/** What the rows are without their filters, one after the other. `size` is how many bytes a pixel has. */
function unfiltered(rows: Uint8Array, length: number, height: number, size: number): Uint8Array {
  // A row of nothing is above the first one.
  const bytes = new Uint8Array(length * (height + 1));
  let from = 0;
  for (let start = length; start < bytes.length; start += length) {
    const filter = rows[from++];
    for (let at = start; at < start + length; at += 1) {
      const hasLeft = at - start >= size;
      const left = hasLeft ? (bytes[at - size] ?? 0) : 0;
      const above = bytes[at - length] ?? 0;
      const corner = hasLeft ? (bytes[at - length - size] ?? 0) : 0;
      bytes[at] = (rows[from++] ?? 0) + subtracted(filter, left, above, corner);
    }
  }
  return bytes.subarray(length);
}

function subtracted(filter: number | undefined, left: number, above: number, corner: number): number {
  switch (filter) {
    case FILTERS.none:
      return 0;
    case FILTERS.left:
      return left;
    case FILTERS.above:
      return above;
    case FILTERS.average:
      return (left + above) >> 1;
    case FILTERS.paeth:
      return paeth(left, above, corner);
    default:
      throw new Error(`A PNG file has no filter ${filter}.`);
  }
}

/** Which of the three is nearest to where they lead. */
function paeth(left: number, above: number, corner: number): number {
  const byLeft = Math.abs(above - corner);
  const byAbove = Math.abs(left - corner);
  const byCorner = Math.abs(left + above - corner - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** The colours of three bytes each. */
function coloursIn(bytes: Uint8Array): Uint32Array {
  const colourFrom = colourOf;
  const colours = new Uint32Array(bytes.length / 3);
  for (let to = 0, at = 0; to < colours.length; to += 1, at += 3) {
    colours[to] = colourFrom(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
  }
  return colours;
}

/** The data of the chunks by their type; of some there are several. */
function chunksOf(file: Buffer): ReadonlyMap<string, readonly Buffer[]> {
  const chunks = new Map<string, Buffer[]>();
  for (let at = SIGNATURE.length; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.set(type, [...(chunks.get(type) ?? []), file.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
