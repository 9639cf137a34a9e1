import { signal } from '@preact/signals';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createList } from '../../../../src/panel/state/list.ts';
import { createListChoices } from '../../../../src/panel/state/list-choices.ts';
import { DEFAULT_VIEW } from '../../../../src/panel/state/remembered-view.ts';
import type { RowLog } from '../../../../src/panel/view-models/arranged-rows.ts';
import type { RowVM } from '../../../../src/panel/view-models/row.ts';
import { linesOf, listOf, logOf, rowsOf } from '../some-rows.ts';

const KINDS = rowsOf('serverError', 'allowed', 'allowed');

/** As many rows as it takes to need several slices, from that number on. */
function manyRows(count: number, from = 0): readonly RowVM[] {
  return Array.from({ length: count }, (_, index) => from + index).flatMap((number): readonly RowVM[] => {
    const row = KINDS[number % KINDS.length];
    const path = `/${(number * 7_919) % 10_007}`;
    return row === undefined ? [] : [{ ...row, id: `x${number}`, path, startedAt: 1_000 + number }];
  });
}

/** A clock that goes on by so much whenever it is read, and a queue that the test empties by hand. */
function setUp(rows: readonly RowVM[], msPerLook: number) {
  const tasks: (() => void)[] = [];
  let clock = 0;
  let looks = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    looks += 1;
    clock += msPerLook;
    return clock;
  });
  const log = signal<RowLog>(logOf(rows));
  const choices = createListChoices(DEFAULT_VIEW);
  const list = createList({ ...choices, log, navigations: signal([]) }, (task) => void tasks.push(task));
  const runOne = () => {
    looks = 0;
    tasks.shift()?.();
    return looks;
  };
  return { log, list, tasks, runOne, ...choices };
}

describe('createList', () => {
  beforeEach(() => void vi.restoreAllMocks());
  afterEach(() => void vi.restoreAllMocks());

  it('shows at once what fits in a slice, and what comes and goes in any case', () => {
    const { list, log, sort, tasks } = setUp(manyRows(300), 0);
    sort.value = { column: 'path', direction: 'ascending' };
    expect(tasks).toHaveLength(0);
    expect(list.value.arrangement.sort.column).toBe('path');
    log.value = logOf(manyRows(299));
    expect(list.value.total).toBe(299);
    expect(tasks).toHaveLength(0);
  });

  it('stays as it is until it is arranged anew, in slices of a few milliseconds', () => {
    const { list, log, sort, tasks, runOne } = setUp(manyRows(5_000), 1);
    const before = linesOf(list.value);
    sort.value = { column: 'path', direction: 'ascending' };
    let slices = 0;
    while (tasks.length > 0) {
      expect(linesOf(list.value)).toEqual(before);
      // One look at the clock for each step: no slice has more steps than fit in eight milliseconds.
      expect(runOne()).toBeLessThanOrEqual(9);
      slices += 1;
    }
    expect(slices).toBeGreaterThan(3);
    expect(linesOf(list.value)).toEqual(linesOf(listOf(log.value.rows, list.value.arrangement)));
  });

  it('forgets an arrangement that is not wanted any more', () => {
    const { list, sort, filterText, tasks, runOne } = setUp(manyRows(5_000), 1);
    sort.value = { column: 'path', direction: 'ascending' };
    filterText.value = 'verdict:blocked';
    filterText.value = 'verdict:allowed';
    expect(tasks).toHaveLength(1);
    while (tasks.length > 0) runOne();
    expect(list.value.shown).toBe(linesOf(list.value).filter(({ type }) => type === 'row').length);
    expect(list.value.counts.blocked).toBe(0);
    expect(list.value.counts.allowed).toBeGreaterThan(3_000);
  });

  it('loses nothing that comes or goes in the middle of a slice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ slices: fc.nat(4), from: fc.nat(200), count: fc.nat(1_500) }), { maxLength: 5 }),
        fc.constantFrom(0, 1, 3, 9),
        (changes, msPerLook) => {
          const { list, log, grouping, sort, tasks, runOne } = setUp(manyRows(1_000), msPerLook);
          grouping.value = 'none';
          sort.value = { column: 'path', direction: 'descending' };
          for (const { slices, from, count } of changes) {
            for (let slice = 0; slice < slices; slice += 1) runOne();
            const known = new Map(log.value.rows.map((row) => [row.id, row]));
            log.value = logOf(manyRows(count, from).map((row) => known.get(row.id) ?? row));
          }
          while (tasks.length > 0) runOne();
          expect(linesOf(list.value)).toEqual(linesOf(listOf(log.value.rows, list.value.arrangement)));
          expect(list.value.total).toBe(log.value.rows.length);
          vi.restoreAllMocks();
        },
      ),
      { numRuns: 25 },
    );
  });
});
