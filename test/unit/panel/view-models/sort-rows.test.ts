import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_IDS, type ColumnId } from '../../../../src/panel/view-models/columns.ts';
import {
  IN_TIME,
  nextSort,
  type Sort,
  sortRows,
  sortValue,
} from '../../../../src/panel/view-models/sort-rows.ts';
import { rowsOf, someRows } from '../some-rows.ts';

const ROWS = rowsOf('allowedScript', 'refused', 'serverError', 'headersNotAllowed', 'pending');

const sorts: fc.Arbitrary<Sort> = fc.record({
  column: fc.constantFrom(...COLUMN_IDS),
  direction: fc.constantFrom('ascending', 'descending'),
});

describe('sortRows', () => {
  it.each<{ column: ColumnId; direction: Sort['direction']; expected: readonly string[] }>([
    {
      column: 'began',
      direction: 'ascending',
      expected: ['allowedScript', 'refused', 'serverError', 'headersNotAllowed', 'pending'],
    },
    {
      column: 'began',
      direction: 'descending',
      expected: ['pending', 'headersNotAllowed', 'serverError', 'refused', 'allowedScript'],
    },
    {
      column: 'verdict',
      direction: 'ascending',
      expected: ['serverError', 'headersNotAllowed', 'refused', 'allowedScript', 'pending'],
    },
    {
      column: 'status',
      direction: 'ascending',
      expected: ['allowedScript', 'headersNotAllowed', 'serverError', 'refused', 'pending'],
    },
    {
      column: 'status',
      direction: 'descending',
      expected: ['serverError', 'headersNotAllowed', 'allowedScript', 'refused', 'pending'],
    },
    {
      column: 'method',
      direction: 'descending',
      expected: ['headersNotAllowed', 'serverError', 'allowedScript', 'refused', 'pending'],
    },
  ])('by $column, $direction', ({ column, direction, expected }) => {
    expect(sortRows(ROWS, { column, direction }).map(({ id }) => id)).toEqual(expected);
  });

  it('loses no row and makes none', () => {
    fc.assert(
      fc.property(someRows, sorts, (rows, sort) => {
        expect(new Set(sortRows(rows, sort))).toEqual(new Set(rows));
        expect(sortRows(rows, sort)).toHaveLength(rows.length);
      }),
    );
  });

  it('leaves rows of which the column says the same in the order of time, in both directions', () => {
    fc.assert(
      fc.property(someRows, sorts, (rows, sort) => {
        const sorted = sortRows(rows, sort);
        for (const row of rows) {
          const alike = (each: typeof row) => sortValue(each, sort.column) === sortValue(row, sort.column);
          expect(sorted.filter(alike)).toEqual(rows.filter(alike));
        }
      }),
    );
  });

  it('brings rows of which the column says nothing to the end', () => {
    fc.assert(
      fc.property(someRows, sorts, (rows, sort) => {
        const says = sortRows(rows, sort).map((row) => sortValue(row, sort.column) !== null);
        expect(says.lastIndexOf(true)).toBeLessThan(says.includes(false) ? says.indexOf(false) : rows.length);
      }),
    );
  });
});

describe('nextSort', () => {
  it('goes from ascending to descending, and back to the order of time', () => {
    const first = nextSort(IN_TIME, 'status');
    const second = nextSort(first, 'status');
    expect([first, second, nextSort(second, 'status')]).toEqual([
      { column: 'status', direction: 'ascending' },
      { column: 'status', direction: 'descending' },
      IN_TIME,
    ]);
  });

  it('turns the order of time round at the first click', () => {
    expect(nextSort(IN_TIME, 'began')).toEqual({ column: 'began', direction: 'descending' });
  });

  it('begins anew with another column', () => {
    expect(nextSort({ column: 'status', direction: 'descending' }, 'cause')).toEqual({
      column: 'cause',
      direction: 'ascending',
    });
  });
});
