import type { HeaderList } from '../model/header-list.ts';

/**
 * The lines of some headers, by lower-case name; a name without lines isn't in it. A plain list: it holds half a dozen
 * names at most, and making a Map of them costs more than all look-ups.
 */
export type HeaderLines = readonly HeaderEntry[];

interface HeaderEntry {
  readonly name: string;
  readonly lines: readonly [string, ...string[]];
}

/** Header names to look for; the index is their length: most headers are told apart without lower-casing their names. */
export type WantedHeaders = readonly (readonly string[])[];

/** @param names lower case */
export function wantedHeaders(...names: readonly string[]): WantedHeaders {
  const longest = Math.max(...names.map((name) => name.length));
  return Array.from({ length: longest + 1 }, (_, length) => names.filter((name) => name.length === length));
}

const NO_LINES: readonly string[] = [];

/** Collects the lines of all wanted headers in one pass over the list. */
export function pickHeaderLines(list: HeaderList, wanted: WantedHeaders): HeaderLines {
  const found: { readonly name: string; readonly lines: [string, ...string[]] }[] = [];
  for (const [rawName, value] of list) {
    const candidates = wanted[rawName.length];
    if (candidates === undefined || candidates.length === 0) continue;
    const name = rawName.toLowerCase();
    if (!candidates.includes(name)) continue;
    const entry = found.find((each) => each.name === name);
    if (entry === undefined) found.push({ name, lines: [value] });
    else entry.lines.push(value);
  }
  return found;
}

/** The lines of one header, in order; empty if there is none. */
export function linesOf(headers: HeaderLines, name: string): readonly string[] {
  for (const entry of headers) if (entry.name === name) return entry.lines;
  return NO_LINES;
}

/** Whether there is a line of that name. */
export function hasLines(headers: HeaderLines, name: string): boolean {
  return linesOf(headers, name) !== NO_LINES;
}

/** The lines joined as the standard's "get" joins them; null if there is none. */
export function combine(lines: readonly string[]): string | null {
  const first = lines[0];
  if (first === undefined) return null;
  return lines.length === 1 ? first : lines.join(', ');
}
