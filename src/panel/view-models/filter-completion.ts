import { listStrings } from '../list-strings.ts';
import { valuesOf } from './filter.ts';
import { FILTER_KEYS, type FilterKey, readTerms } from './filter-terms.ts';
import type { RowVM } from './row.ts';

/** What can stand in the place of the term that is being typed. */
export interface Completion {
  /** The term's place in the text. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly CompletionOption[];
}

export interface CompletionOption {
  /** What it puts there. */
  readonly insert: string;
  readonly label: string;
  readonly note: string;
  /** Of how many rows it holds; null for a key. */
  readonly count: number | null;
}

/**
 * What may follow what is typed left of the caret: keys, and after one of them the values that rows have, the most
 * frequent first. Plain text is left alone.
 */
export function completeFilter(text: string, caret: number, rows: readonly RowVM[]): Completion {
  const term = readTerms(text).find(({ start, end }) => start <= caret && caret <= end);
  const from = term?.start ?? caret;
  const to = term?.end ?? caret;
  const typed = text.slice(from, caret);
  const minus = typed.startsWith('-') ? '-' : '';
  const { key, value } = readTerms(typed)[0] ?? { key: null, value: '' };
  const options =
    key === null ? keysLike(typed.slice(minus.length), minus) : valuesLike(value, key, minus, rows);
  return { from, to, options };
}

/** The text with an option in the place of the term that was typed, and where the caret is then. */
export function acceptOption(
  text: string,
  { from, to }: Completion,
  { insert }: CompletionOption,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from) + insert;
  const after = text.slice(to);
  return { text: before + (insert.endsWith(' ') ? after.trimStart() : after), caret: before.length };
}

function keysLike(typed: string, minus: string): readonly CompletionOption[] {
  const wanted = typed.toLowerCase();
  return FILTER_KEYS.filter((key) => key.startsWith(wanted)).map((key) => ({
    insert: `${minus}${key}:`,
    label: `${key}:`,
    note: listStrings.filter.keys[key],
    count: null,
  }));
}

function valuesLike(
  typed: string,
  key: FilterKey,
  minus: string,
  rows: readonly RowVM[],
): readonly CompletionOption[] {
  const found = new Map<string, { count: number; readonly note: string }>();
  for (const row of rows) {
    for (const value of valuesOf(row, key)) {
      const known = found.get(value);
      if (known === undefined) found.set(value, { count: 1, note: key === 'cause' ? row.title : '' });
      else known.count += 1;
    }
  }
  return [...found]
    .filter(([value, { note }]) => isLike(key, value, note, typed))
    .sort(([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, MOST_OPTIONS)
    .map(([value, { count, note }]) => ({
      insert: `${minus}${key}:${/\s/.test(value) ? `"${value}"` : value} `,
      label: value,
      note,
      count,
    }));
}

function isLike(key: FilterKey, value: string, note: string, typed: string): boolean {
  if (key === 'status') return value.startsWith(typed);
  return value.toLowerCase().includes(typed) || note.toLowerCase().includes(typed);
}

/** More would not be read. */
const MOST_OPTIONS = 10;
