import { cut } from './text.ts';

/**
 * What a character of the picture's labels takes on average in a wide font, in pixels: a capital letter takes more, and
 * one of East Asia is as wide as it is high.
 */
const CHARACTER = 6.2;
const CAPITAL = 8;
const EAST_ASIAN = 11.2;

/** What stands out is set in bold, which takes that much more. */
export const BOLD = 1.1;

/** About how wide a label gets, in pixels. */
export function widthOf(label: string): number {
  const capitals = label.match(/\p{Lu}/gu)?.length ?? 0;
  const wide = label.match(WIDE)?.length ?? 0;
  return label.length * CHARACTER + capitals * (CAPITAL - CHARACTER) + wide * (EAST_ASIAN - CHARACTER);
}

/** Kana, ideographs, Hangul, and the signs that are written among them. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/g;

/** As much of a label as there is room for. */
export function fitted(label: string, room: number): string {
  let length = Math.min(label.length, Math.max(1, Math.floor(room / CHARACTER)));
  while (length > 1 && widthOf(cut(label, length)) > room) length -= 1;
  return cut(label, length);
}

/** A label in up to so many lines, broken between words where it can be; the last line is cut if there is more. */
export function wrapped(label: string, room: number, mostLines: number): readonly string[] {
  const lines: string[] = [];
  let rest = label;
  while (lines.length < mostLines - 1 && widthOf(rest) > room) {
    const most = longestPrefix(rest, room);
    const space = rest.lastIndexOf(' ', most);
    const end = space > 0 ? space : most;
    // What separates two parts has nothing to separate where a line ends.
    lines.push(rest.slice(0, end).replace(/ ·$/, ''));
    rest = rest.slice(end).replace(/^( ·)? +/, '');
  }
  return [...lines, fitted(rest, room)];
}

/** How many characters there is room for, at least one. */
function longestPrefix(text: string, room: number): number {
  let length = Math.min(text.length, Math.max(1, Math.floor(room / CHARACTER)));
  while (length > 1 && widthOf(text.slice(0, length)) > room) length -= 1;
  return length;
}
