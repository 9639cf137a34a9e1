import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Navigation } from '../../../../src/messages/messages.ts';
import { finish } from '../../../../src/model/steps.ts';
import { byStart } from '../../../../src/panel/in-order.ts';
import { ArrangedRows, type Arrangement } from '../../../../src/panel/view-models/arranged-rows.ts';
import { COLUMN_IDS } from '../../../../src/panel/view-models/columns.ts';
import { GROUPINGS, NO_ROWS, recount } from '../../../../src/panel/view-models/groups.ts';
import { toList } from '../../../../src/panel/view-models/list.ts';
import { ROW_KINDS, type RowVM } from '../../../../src/panel/view-models/row.ts';
import { sortValue } from '../../../../src/panel/view-models/sort-rows.ts';
import { linesOf, listOf, logOf, someRows } from '../some-rows.ts';

const arrangements: fc.Arbitrary<Arrangement> = fc.record({
  matches: fc.constantFrom<Arrangement['matches'][]>(
    () => true,
    ({ method }) => method !== 'GET',
  ),
  kinds: fc.uniqueArray(fc.constantFrom(...ROW_KINDS), { maxLength: 2 }).map((kinds) => new Set(kinds)),
  showOpaque: fc.boolean(),
  grouping: fc.constantFrom(...GROUPINGS),
  sort: fc.record({
    column: fc.constantFrom(...COLUMN_IDS),
    direction: fc.constantFrom('ascending', 'descending'),
  }),
});

/** Rows of the same ids again, so that most versions change some, take some away and add some. */
const versions = fc.array(
  fc.tuple(someRows, fc.nat(30)).map(([rows, gone]) => rows.toSpliced(gone, 3)),
  { minLength: 1, maxLength: 6 },
);

const START = 1_700_000_000_000;
const loads: fc.Arbitrary<readonly Navigation[]> = fc
  .array(fc.nat(20), { maxLength: 3 })
  .map((times) =>
    times.sort((a, b) => a - b).map((at) => ({ url: `http://localhost/${at}`, at: START + at })),
  );

/** Of two versions of a row that say the same, the one that was there. */
function keeping(before: readonly RowVM[], after: readonly RowVM[]): readonly RowVM[] {
  const known = new Map(before.map((row) => [JSON.stringify(row), row]));
  return after.map((row) => known.get(JSON.stringify(row)) ?? row).sort(byStart);
}

/** What the list says, line by line, worked out in the simplest way. */
function simply(rows: readonly RowVM[], { matches, kinds, showOpaque, grouping, sort }: Arrangement) {
  const shown = rows
    .filter(matches)
    .filter(({ kind }) => (kind === 'opaque' ? showOpaque : kinds.size === 0 || kinds.has(kind)));
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const inOrder = (some: readonly RowVM[]) =>
    some.toSorted((a, b) => {
      const [one, other] = [sortValue(a, sort.column), sortValue(b, sort.column)];
      if (one === other) return 0;
      if (one === null || other === null) return one === null ? 1 : -1;
      return one < other ? -sign : sign;
    });
  const nameOf = (row: RowVM) =>
    grouping === 'none' ? '' : grouping === 'api' ? row.target : `${row.cause} ${row.title}`;
  const names = [...new Set(shown.map(nameOf))];
  const groups = names.map((name) => ({ name, rows: shown.filter((row) => nameOf(row) === name) }));
  const fails = (group: (typeof groups)[number]) =>
    Number(group.rows.some(({ kind }) => kind === 'blocked' || kind === 'failed'));
  return groups
    .toSorted((a, b) => (grouping === 'none' ? 0 : fails(b) - fails(a)))
    .flatMap(({ name, rows: members }) => [
      ...(grouping === 'none' ? [] : [`group ${name}`]),
      ...inOrder(members).map(({ id }) => id),
    ]);
}

describe('ArrangedRows', () => {
  it('lists what arranging all anew lists, whatever comes and goes, also while it is arranged', () => {
    fc.assert(
      fc.property(versions, arrangements, fc.nat(6), (all, arrangement, pauses) => {
        const [first = [], ...others] = all;
        const arranged = new ArrangedRows(arrangement);
        const steps = arranged.fill(logOf(first));
        for (let step = 0; step < pauses; step += 1) steps.next();
        finish(steps);
        let rows: readonly RowVM[] = first;
        for (const version of others) {
          rows = keeping(rows, version);
          arranged.update(logOf(rows));
          const list = toList(arranged, new Set(), []);
          const anew = listOf(rows, arrangement);
          expect(linesOf(list)).toEqual(linesOf(anew));
          expect(linesOf(list).map(({ key }) => key)).toEqual(simply(rows, arrangement));
          expect({ ...list, items: null }).toEqual({ ...anew, arrangement, items: null });
          const matching = rows.filter(arrangement.matches);
          expect(list.counts).toEqual(recount(NO_ROWS, { come: matching, gone: [] }));
          expect(list.total).toBe(rows.length);
        }
      }),
    );
  });

  it('finds each line by its key, and nothing that is not listed', () => {
    fc.assert(
      fc.property(someRows, arrangements, loads, fc.boolean(), (rows, arrangement, navigations, closes) => {
        const { items } = listOf(rows, arrangement);
        const collapsed = new Set(closes ? items.groupKeys().slice(0, 1) : []);
        const list = listOf(rows, { ...arrangement, collapsed, navigations });
        const keys = linesOf(list).map(({ key }) => key);
        expect(keys).toHaveLength(list.items.length);
        expect(keys.map((key) => list.items.indexOf(key))).toEqual(keys.map((_, index) => index));
        for (const { id } of rows) if (!keys.includes(id)) expect(list.items.indexOf(id)).toBe(-1);
        expect(list.items.rowIds()).toEqual(
          linesOf(list).flatMap((line) => (line.type === 'row' ? line.key : [])),
        );
        expect([list.items.at(-1), list.items.at(keys.length)]).toEqual([undefined, undefined]);
      }),
    );
  });

  it('leaves the lines that it gave as they were', () => {
    fc.assert(
      fc.property(versions, arrangements, (all, arrangement) => {
        const arranged = new ArrangedRows(arrangement);
        let rows: readonly RowVM[] = [];
        for (const version of all) {
          const before = toList(arranged, new Set(), []);
          const lines = linesOf(before);
          rows = keeping(rows, version);
          arranged.update(logOf(rows));
          expect(linesOf(before)).toEqual(lines);
          expect(lines.map(({ key }) => before.items.indexOf(key))).toEqual(lines.map((_, index) => index));
        }
      }),
    );
  });
});
