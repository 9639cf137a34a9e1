import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../../src/model/steps.ts';
import { COLUMN_IDS, type ColumnId } from '../../../../src/panel/view-models/columns.ts';
import type { RowVM } from '../../../../src/panel/view-models/row.ts';
import {
  IN_TIME,
  nextSort,
  orderOf,
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

const sorted = (rows: readonly RowVM[], sort: Sort): readonly RowVM[] => finish(sortRows(rows, sort));

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
    expect(sorted(ROWS, { column, direction }).map(({ id }) => id)).toEqual(expected);
  });

  it('loses no row and makes none', () => {
    fc.assert(
      fc.property(someRows, sorts, (rows, sort) => {
        expect(new Set(sorted(rows, sort))).toEqual(new Set(rows));
        expect(sorted(rows, sort)).toHaveLength(rows.length);
      }),
    );
  });

  it('leaves rows of which the column says the same in the order of time, in both directions', () => {
    fc.assert(
      fc.property(someRows, sorts, (rows, sort) => {
        const all = sorted(rows, sort);
        for (const row of rows) {
          const alike = (each: typeof row) => sortValue(each, sort.column) === sortValue(row, sort.column);
          expect(all.filter(alike)).toEqual(rows.filter(alike));
        }
      }),
    );
  });

  it('brings rows of which the column says nothing to the end', () => {
    fc.assert(
      fc.property(someRows, sorts, (rows, sort) => {
        const says = sorted(rows, sort).map((row) => sortValue(row, sort.column) !== null);
        expect(says.lastIndexOf(true)).toBeLessThan(says.includes(false) ? says.indexOf(false) : rows.length);
      }),
    );
  });
});

describe('orderOf', () => {
  it('is the order that sorting makes', () => {
    fc.assert(
      fc.property(someRows, sorts, (rows, sort) => {
        expect(rows.toSorted(orderOf(sort))).toEqual(sorted(rows, sort));
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
