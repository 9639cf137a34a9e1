import { beside, channelsOf, colourOf, type Picture } from '../../pictures/picture.ts';

export const WHITE = colourOf(255, 255, 255);
export const INK = colourOf(31, 35, 41);
export const RED = colourOf(179, 38, 30);

/** A picture of so many pixels, all of one colour. */
export function blank(width: number, height: number, colour = WHITE): Picture {
  return { width, height, pixels: new Uint32Array(width * height).fill(colour) };
}

/** The picture, and at its right the same in a dark theme. */
export function inBothThemes(light: Picture): Picture {
  const pixels = light.pixels.map((colour) => {
    const [red, green, blue] = channelsOf(colour);
    return colourOf(255 - red, 255 - green, 255 - blue);
  });
  return beside(light, { ...light, pixels });
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The picture with a box of another colour. */
export function withBox(picture: Picture, box: Box, colour: number): Picture {
  return changed(picture, box, () => colour);
}

/** The picture with what is in the box moved by so many pixels; what it leaves behind is white. */
export function withMoved(picture: Picture, box: Box, right: number, down: number): Picture {
  const { pixels, width } = picture;
  const emptied = withBox(picture, box, WHITE);
  const target = { ...box, x: box.x + right, y: box.y + down };
  return changed(emptied, target, (x, y) => pixels[(y - down) * width + x - right] ?? WHITE);
}

/** The picture with other colours in the box. */
export function changed(
  picture: Picture,
  box: Box,
  colour: (x: number, y: number, was: number) => number,
): Picture {
  const pixels = picture.pixels.slice();
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let x = box.x; x < box.x + box.width; x += 1) {
      const at = y * picture.width + x;
      pixels[at] = colour(x, y, pixels[at] ?? 0);
    }
  }
  return { ...picture, pixels };
}
