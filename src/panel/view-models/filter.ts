import { type FilterKey, readTerms } from './filter-terms.ts';
import type { RowVM } from './row.ts';

/** Whether a row is to be shown. */
export type RowPredicate = (row: RowVM) => boolean;

/**
 * Reads a filter as the Network panel's users type it (see `readTerms`): all of its terms must hold. Letter case
 * doesn't matter, a part of a value is enough, and a term without a value is one that is being typed: it asks nothing.
 */
export function parseFilter(text: string): RowPredicate {
  const terms = readTerms(text)
    .filter(({ value }) => value !== '')
    .map(({ negated, key, value }): RowPredicate => {
      const holds = toPredicate(key, value);
      return negated ? (row) => !holds(row) : holds;
    });
  return (row) => terms.every((term) => term(row));
}

function toPredicate(key: FilterKey | null, value: string): RowPredicate {
  switch (key) {
    case null:
      return ({ searchText }) => searchText.includes(value);
    case 'status': {
      const pattern = statusPattern(value);
      return ({ status }) => pattern.test(status);
    }
    case 'cause':
      return ({ cause, title }) => cause.includes(value) || title.toLowerCase().includes(value);
    case 'type':
      return ({ type, typeLabel }) => type.includes(value) || typeLabel.toLowerCase().includes(value);
    default:
      return (row) => valuesOf(row, key).some((each) => each.toLowerCase().includes(value));
  }
}

/** What a row has under a key, as it is offered to be asked for; empty if nothing. */
export function valuesOf(row: RowVM, key: FilterKey): readonly string[] {
  switch (key) {
    case 'status':
      return row.status === '' ? [] : [row.status];
    case 'method':
      return [row.method];
    case 'target':
      return [row.target];
    case 'origin':
      return [row.initiator];
    case 'cause':
      return row.cause === '' ? [] : [row.cause];
    case 'type':
      return [row.typeLabel];
    case 'verdict':
      return row.kind === 'advice' ? [row.verdict, 'warning'] : row.verdict === '' ? [] : [row.verdict];
  }
}

/** `500`, its beginning, or `x` for any digit: `5`, `5xx`, `40x`. */
function statusPattern(value: string): RegExp {
  const digits = [...value].map((each) => (each === 'x' ? '\\d' : /\d/.test(each) ? each : '(?!)'));
  return new RegExp(`^${digits.join('')}`);
}
