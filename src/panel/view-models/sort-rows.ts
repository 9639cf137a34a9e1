import type { Steps } from '../../model/steps.ts';
import { byStart, type Order } from '../in-order.ts';
import { groupInSteps, sortInSteps } from '../steps.ts';
import type { ColumnId } from './columns.ts';
import { ROW_KINDS, type RowVM } from './row.ts';

/** In which order the rows are. */
export interface Sort {
  readonly column: ColumnId;
  readonly direction: 'ascending' | 'descending';
}

/** As they began: the order in which rows come. */
export const IN_TIME: Sort = { column: 'began', direction: 'ascending' };

export function isInTime({ column, direction }: Sort): boolean {
  return column === IN_TIME.column && direction === IN_TIME.direction;
}

/** The order after a column's name was clicked: by it, by it the other way round, and back to that of time. */
export function nextSort(sort: Sort, column: ColumnId): Sort {
  if (sort.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : IN_TIME;
}

/**
 * The rows in an order. Where a column says the same they stay as they were, in either direction, and those of which it
 * says nothing are last. Most columns say a few things of thousands of rows, so that only these have to be sorted.
 *
 * @param rows oldest first
 */
export function* sortRows(rows: readonly RowVM[], sort: Sort): Steps<readonly RowVM[]> {
  if (isInTime(sort)) return rows;
  const byValue = yield* groupInSteps(rows, (row) => sortValue(row, sort.column));
  const values = [...byValue.keys()].filter((value) => value !== null);
  const sorted = yield* sortInSteps(values, comparison(sort));
  return [...sorted, null].flatMap((value) => byValue.get(value) ?? []);
}

/** The order that `sortRows` makes, for one row and another. */
export function orderOf(sort: Sort): Order<RowVM> {
  if (isInTime(sort)) return byStart;
  const compare = comparison(sort);
  return (a, b) => compare(sortValue(a, sort.column), sortValue(b, sort.column)) || byStart(a, b);
}

type SortValue = string | number | null;

function comparison({ direction }: Sort): (a: SortValue, b: SortValue) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => {
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b ? -sign : sign;
  };
}

/** What a column sorts by; null where it says nothing. */
export function sortValue(row: RowVM, column: ColumnId): SortValue {
  switch (column) {
    case 'verdict':
      return ROW_KINDS.indexOf(row.kind);
    case 'method':
      return row.method;
    case 'target':
      return row.target;
    case 'path':
      return row.path;
    case 'cause':
      return row.title;
    case 'status':
      return row.status === '' ? null : Number(row.status);
    case 'initiator':
      return `${row.typeLabel} ${row.script}`;
    case 'began':
      return row.startedAt;
    case 'took':
      return row.duration;
  }
}
