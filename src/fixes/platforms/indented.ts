import type { Line } from './platform.ts';

/** The same lines, one level deeper; empty ones stay empty. */
export function indented(by: string, all: readonly Line[]): readonly Line[] {
  return all.map(({ text, note }) => ({ text: text === '' ? '' : `${by}${text}`, note }));
}
