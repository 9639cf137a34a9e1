import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, type Steps } from '../../../src/model/steps.ts';
import { forEachInSteps, groupInSteps, sortInSteps } from '../../../src/panel/steps.ts';

/** Long enough for several steps, with few values, each with its place. */
const items = fc
  .array(fc.nat(9), { minLength: 600, maxLength: 1_200 })
  .map((values) => values.map((value, place) => ({ value, place })));

function countSteps(steps: Steps<unknown>): number {
  let count = 1;
  while (steps.next().done !== true) count += 1;
  return count;
}

describe('steps', () => {
  it('sort as sorting at once does, and leave what is alike in its order', () => {
    fc.assert(
      fc.property(items, (all) => {
        const order = (a: { value: number }, b: { value: number }) => a.value - b.value;
        expect(finish(sortInSteps(all, order))).toEqual(all.toSorted(order));
      }),
    );
  });

  it('group as grouping at once does', () => {
    fc.assert(
      fc.property(items, (all) => {
        const groups = finish(groupInSteps(all, ({ value }) => value));
        expect([...groups.values()].flat()).toHaveLength(all.length);
        for (const [value, group] of groups)
          expect(group).toEqual(all.filter((item) => item.value === value));
        expect([...groups.keys()]).toEqual([...new Set(all.map(({ value }) => value))]);
      }),
    );
  });

  it('take on a few hundred items each, and each item once', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    const seen: number[] = [];
    let before = 0;
    for (const _ of forEachInSteps(many, (item) => seen.push(item))) {
      expect(seen.length - before).toBeLessThan(500);
      before = seen.length;
    }
    expect(seen).toEqual(many);
    expect(countSteps(sortInSteps(many.toReversed(), (a, b) => a - b))).toBeGreaterThan(40);
  });

  it('end at once where there is nothing to do', () => {
    expect(finish(sortInSteps([], () => 0))).toEqual([]);
    expect(finish(groupInSteps([], String)).size).toBe(0);
  });
});
