import type { RowVM } from './row.ts';

/** Whether a row is to be shown. */
export type RowPredicate = (row: RowVM) => boolean;

const KEYS = ['status', 'method', 'origin', 'cause', 'type'] as const;
type Key = (typeof KEYS)[number];

/**
 * Reads a filter as the Network panel's users type it: words that must all occur, `key:value` for a column, `-` in
 * front for the opposite. Letter case doesn't matter. An empty filter lets everything through.
 *
 *     status:500 method:put -fonts
 */
export function parseFilter(text: string): RowPredicate {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean).map(parseTerm);
  return (row) => terms.every((term) => term(row));
}

function parseTerm(term: string): RowPredicate {
  if (term.length > 1 && term.startsWith('-')) {
    const unwanted = parseTerm(term.slice(1));
    return (row) => !unwanted(row);
  }
  const colon = term.indexOf(':');
  const key = KEYS.find((each) => each === term.slice(0, colon));
  if (key === undefined) return (row) => row.searchText.includes(term);
  const value = term.slice(colon + 1);
  return (row) => fieldOf(row, key).includes(value);
}

function fieldOf(row: RowVM, key: Key): string {
  switch (key) {
    case 'status':
      return row.status;
    case 'method':
      return row.method.toLowerCase();
    case 'origin':
      return row.target;
    case 'cause':
      return row.cause;
    case 'type':
      return row.type;
  }
}
