import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extendTo,
  NO_SELECTION,
  type Selection,
  selectAll,
  selectOnly,
  toggleRow,
  withoutGone,
} from '../../../../src/panel/view-models/selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const ids = ({ ids: selected }: Selection) => [...selected];

/** A row, and a selection that clicks have made. */
const places = fc.integer({ min: 0, max: ORDER.length - 1 });
const rowIds = fc.constantFrom(...ORDER);
const selections = fc
  .array(fc.tuple(fc.constantFrom('only', 'toggle', 'range'), rowIds), { maxLength: 8 })
  .map((clicks) =>
    clicks.reduce<Selection>((selection, [how, id]) => {
      if (how === 'only') return selectOnly(id);
      return how === 'toggle' ? toggleRow(selection, id) : extendTo(selection, id, ORDER);
    }, NO_SELECTION),
  );

describe('selecting', () => {
  it('one row takes it from the others', () => {
    expect(selectOnly('b')).toEqual({ lead: 'b', anchor: 'b', ids: new Set(['b']) });
    expect(selectOnly(null)).toEqual(NO_SELECTION);
  });

  it('one more keeps the others, and explains the last', () => {
    expect(toggleRow(selectOnly('b'), 'd')).toEqual({ lead: 'd', anchor: 'd', ids: new Set(['b', 'd']) });
  });

  it('the row that is explained once more leaves the one before', () => {
    const two = toggleRow(selectOnly('b'), 'd');
    expect(toggleRow(two, 'd')).toEqual(selectOnly('b'));
    expect(toggleRow(selectOnly('b'), 'b')).toEqual(NO_SELECTION);
  });

  it.each([
    { name: 'down', from: 'b', to: 'd', expected: ['b', 'c', 'd'] },
    { name: 'up', from: 'd', to: 'b', expected: ['b', 'c', 'd'] },
    { name: 'to itself', from: 'c', to: 'c', expected: ['c'] },
    { name: 'from what is not listed', from: 'x', to: 'c', expected: ['c'] },
  ])('a range $name', ({ from, to, expected }) => {
    expect(ids(extendTo(selectOnly(from), to, ORDER))).toEqual(expected);
  });

  it('a range anew begins where the first did', () => {
    const down = extendTo(selectOnly('c'), 'e', ORDER);
    expect(ids(extendTo(down, 'b', ORDER))).toEqual(['b', 'c']);
  });

  it('all rows keeps the one that is explained', () => {
    expect(selectAll(selectOnly('c'), ORDER)).toEqual({ lead: 'c', anchor: 'c', ids: new Set(ORDER) });
    expect(selectAll(NO_SELECTION, ORDER).lead).toBe('a');
    expect(selectAll(NO_SELECTION, [])).toEqual(NO_SELECTION);
  });

  it('is the same as long as none of it has gone', () => {
    const two = toggleRow(selectOnly('b'), 'd');
    expect(withoutGone(two, (id) => id !== 'a')).toBe(two);
    expect(withoutGone(two, (id) => id !== 'd')).toEqual(selectOnly('b'));
    expect(withoutGone(two, () => false)).toEqual(NO_SELECTION);
  });
});

describe('any selection', () => {
  it('has the row that is explained and the anchor among its rows', () => {
    fc.assert(
      fc.property(selections, ({ lead, anchor, ids: selected }) => {
        expect(selected.size > 0).toBe(lead !== null);
        for (const id of [lead, anchor]) if (id !== null) expect(selected.has(id)).toBe(true);
      }),
    );
  });

  it('is as it was after a row was taken in and out', () => {
    fc.assert(
      fc.property(selections, rowIds, (selection, id) => {
        expect(toggleRow(toggleRow(selection, id), id).ids).toEqual(selection.ids);
      }),
    );
  });

  it('has every row between two after a range, and no other', () => {
    fc.assert(
      fc.property(places, places, (from, to) => {
        const range = extendTo(selectOnly(ORDER[from] ?? ''), ORDER[to] ?? '', ORDER);
        expect(ids(range)).toEqual(
          ORDER.filter((_, at) => at >= Math.min(from, to) && at <= Math.max(from, to)),
        );
        expect(range.lead).toBe(ORDER[to]);
      }),
    );
  });
});
