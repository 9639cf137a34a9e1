import type { LineNote } from './line-notes.ts';
import { type Line, lines } from './platform.ts';

/** A list of strings. All are quoted, so that none is taken for something else (`no`, `null`, `1e3`). */
export function yamlList(note: LineNote, name: string, values: readonly string[]): readonly Line[] {
  return lines(note, `${name}:`, ...values.map((value) => `  - "${value}"`));
}

/** The same lines, further in. */
export function indented(levels: number, inner: readonly Line[]): readonly Line[] {
  return inner.map(({ text, note }) => ({ text: `${'  '.repeat(levels)}${text}`, note }));
}
