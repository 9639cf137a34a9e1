/** A picture without transparency, pixel by pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The colour of each pixel, row by row. */
  readonly pixels: Uint32Array;
}

/** So many pixels of one colour in a row or column are a surface or a line, which nothing smooths. No stroke of a letter is as long. */
export const RUN = 20;

/** A colour as a number, whose bytes on the machines that we know are those of a pixel on a canvas. */
export function colourOf(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Its red, green and blue, 0 to 255. */
export function channelsOf(colour: number): [red: number, green: number, blue: number] {
  return [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255];
}

/** By how much two colours differ in the channel in which they differ most, 0 to 255. */
export function distance(a: number, b: number): number {
  return Math.max(
    Math.abs((a & 255) - (b & 255)),
    Math.abs(((a >>> 8) & 255) - ((b >>> 8) & 255)),
    Math.abs(((a >>> 16) & 255) - ((b >>> 16) & 255)),
  );
}

/** The colours at these places of a palette. */
export function coloursAt(places: Uint8Array, palette: ArrayLike<number>): Uint32Array {
  const colours = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at += 1) colours[at] = palette[places[at] ?? 0] ?? 0;
  return colours;
}

/** How many pixels a picture has, or a part of one. */
export type Size = Pick<Picture, 'width' | 'height'>;

/** Finds the rows and columns of pixels that are alike, where at least so many are, and calls `found` with each pixel of them. */
export function eachInRun(
  { width, height }: Size,
  areAlike: (at: number, before: number) => boolean,
  least: number,
  found: (at: number) => void,
): void {
  // A run is known for one when it is long enough: then those before are of it too.
  const goOn = (length: number, at: number, step: number): void => {
    if (length < least) return;
    for (let back = length === least ? least - 1 : 0; back >= 0; back -= 1) found(at - back * step);
  };
  const downwards = new Uint16Array(width);
  for (let y = 0, at = 0; y < height; y += 1) {
    let across = 0;
    for (let x = 0; x < width; x += 1, at += 1) {
      across = x > 0 && areAlike(at, at - 1) ? across + 1 : 1;
      goOn(across, at, 1);
      const down = y > 0 && areAlike(at, at - width) ? (downwards[x] ?? 0) + 1 : 1;
      downwards[x] = down;
      goOn(down, at, width);
    }
  }
}

/**
 * Both pictures in one, side by side.
 *
 * @throws Error if they are not of the same size
 */
export function beside(left: Picture, right: Picture): Picture {
  const { width, height } = left;
  if (right.width !== width || right.height !== height) {
    throw new Error(`${sizeOf(left)} and ${sizeOf(right)} pixels are not of the same size.`);
  }
  const pixels = new Uint32Array(width * height * 2);
  for (let from = 0; from < width * height; from += width) {
    pixels.set(left.pixels.subarray(from, from + width), from * 2);
    pixels.set(right.pixels.subarray(from, from + width), from * 2 + width);
  }
  return { width: width * 2, height, pixels };
}

/** What is left when its right and lower end are cut off. */
export function cropped(picture: Picture, { width, height }: Size): Picture {
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    pixels.set(picture.pixels.subarray(y * picture.width, y * picture.width + width), y * width);
  }
  return { width, height, pixels };
}

export function sizeOf({ width, height }: Size): string {
  return `${width} by ${height}`;
}
