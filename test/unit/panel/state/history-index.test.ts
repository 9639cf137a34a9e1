import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { byStart } from '../../../../src/panel/in-order.ts';
import { createHistoryIndex } from '../../../../src/panel/state/history-index.ts';
import { indexHistory, targetOf } from '../../../../src/rules/index-history.ts';
import { someExchange, versionsOf } from './some-versions.ts';

const TARGETS = ['https://api.example', 'https://cdn.example', 'https://nobody.example'];

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');

/** Several versions of a list, each of which keeps some of the one before. */
const versions = fc
  .array(fc.tuple(fc.nat(7), fc.array(versionsOf(ids), { maxLength: 5 })), { maxLength: 6 })
  .map((steps) => {
    let ordered: readonly Exchange[] = [];
    return steps.map(([kept, come]) => {
      const next = new Map([...ordered.slice(0, kept), ...come].map((each) => [each.id, each]));
      ordered = [...next.values()].sort(byStart);
      return ordered;
    });
  });

describe('createHistoryIndex', () => {
  it('shows each exchange what indexHistory shows it, after every change', () => {
    fc.assert(
      fc.property(versions, versionsOf(ids), (lists, stranger) => {
        const index = createHistoryIndex();
        for (const ordered of lists) {
          index.update(ordered);
          const plain = indexHistory(ordered);
          for (const exchange of [...ordered, stranger]) {
            for (const target of TARGETS) {
              const seen = index.historyOf(exchange).ofTarget(target);
              expect(seen).toEqual(plain(exchange).ofTarget(target));
            }
          }
        }
      }),
    );
  });

  it('has each target’s exchanges, and no target without any', () => {
    const index = createHistoryIndex();
    const [one, other] = [someExchange('a', 1), someExchange('b', 2, false, 'cdn.example')];
    index.update([one, other]);
    expect([...index.groups()]).toEqual([
      [targetOf(one), [one]],
      [targetOf(other), [other]],
    ]);
    index.update([other]);
    expect([...index.groups().keys()]).toEqual([targetOf(other)]);
  });

  it('is bounded as indexHistory is', () => {
    const many = Array.from({ length: 500 }, (_, n) => someExchange(`e${n}`, n));
    const index = createHistoryIndex();
    index.update(many.slice(0, 300));
    index.update(many);
    const plain = indexHistory(many);
    for (const exchange of many.filter((_, n) => n % 50 === 0)) {
      expect(index.historyOf(exchange).ofTarget('https://api.example')).toEqual(
        plain(exchange).ofTarget('https://api.example'),
      );
    }
  });
});
