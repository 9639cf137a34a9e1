import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import { byStart, changesBetween, countBefore, withChanges } from '../../../src/panel/in-order.ts';
import { someExchange, versionsOf } from './state/some-versions.ts';

const lists = fc.array(versionsOf(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')));

/** Each id once, in order. */
function inOrder(exchanges: readonly Exchange[]): readonly Exchange[] {
  return [...new Map(exchanges.map((exchange) => [exchange.id, exchange])).values()].sort(byStart);
}

describe('byStart', () => {
  it('is by the start, then by the id, and knows two versions of one exchange', () => {
    const [early, late] = [someExchange('b', 1), someExchange('a', 2)];
    expect([late, early].sort(byStart)).toEqual([early, late]);
    expect(byStart(someExchange('a', 1), early)).toBeLessThan(0);
    expect(byStart({ ...early }, early)).toBe(0);
  });
});

describe('countBefore', () => {
  it('is how many come before it', () => {
    fc.assert(
      fc.property(lists, versionsOf(fc.constantFrom('a', 'x')), (some, exchange) => {
        const ordered = inOrder(some);
        expect(countBefore(ordered, exchange)).toBe(
          ordered.filter((each) => byStart(each, exchange) < 0).length,
        );
      }),
    );
  });
});

describe('changesBetween', () => {
  it('names what is in one version only, and nothing else', () => {
    fc.assert(
      fc.property(lists, lists, fc.nat(5), (some, others, shared) => {
        const before = inOrder(some);
        const after = inOrder([...others, ...before.slice(0, shared)]);
        const { come, gone } = changesBetween(before, after);
        expect(come).toEqual(after.filter((exchange) => !before.includes(exchange)));
        expect(gone).toEqual(before.filter((exchange) => !after.includes(exchange)));
      }),
    );
  });

  it('is undone by withChanges', () => {
    fc.assert(
      fc.property(lists, lists, fc.nat(5), (some, others, shared) => {
        const before = inOrder(some);
        const after = inOrder([...others, ...before.slice(0, shared)]);
        const made = withChanges(before, changesBetween(before, after));
        expect(made).toHaveLength(after.length);
        expect(made.every((exchange, index) => exchange === after[index])).toBe(true);
      }),
    );
  });
});
