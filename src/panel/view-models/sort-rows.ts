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
 * says nothing are last.
 *
 * @param rows oldest first
 */
export function sortRows(rows: readonly RowVM[], sort: Sort): readonly RowVM[] {
  if (isInTime(sort)) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: sortValue(row, sort.column) }));
  keyed.sort((a, b) => {
    if (a.value === b.value) return 0;
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return a.value < b.value ? -sign : sign;
  });
  return keyed.map(({ row }) => row);
}

/** What a column sorts by; null where it says nothing. */
export function sortValue(row: RowVM, column: ColumnId): string | number | null {
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
