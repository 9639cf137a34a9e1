import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WaitingList } from '../../../../src/panel/state/waiting-list.ts';

type Move =
  | { readonly kind: 'add' | 'delete'; readonly item: number }
  | { readonly kind: 'prefer'; readonly items: readonly number[] }
  | { readonly kind: 'take' };

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('add' as const, 'delete' as const), item: fc.nat(8) }),
    fc.record({ kind: fc.constant('prefer' as const), items: fc.uniqueArray(fc.nat(8), { maxLength: 4 }) }),
    fc.constant({ kind: 'take' as const }),
  ),
  { maxLength: 60 },
);

describe('WaitingList', () => {
  it('gives each that waits once: those preferred first, in their order, then in the order in which they came', () => {
    fc.assert(
      fc.property(moves, (some) => {
        const list = new WaitingList<number>();
        let waiting: readonly number[] = [];
        let preferred: readonly number[] = [];
        const takeBoth = () => {
          const at = preferred.findIndex((item) => waiting.includes(item));
          const next = at < 0 ? waiting[0] : preferred[at];
          preferred = at < 0 ? [] : preferred.slice(at + 1);
          expect(list.take()).toBe(next);
          waiting = waiting.filter((item) => item !== next);
        };
        for (const move of some) {
          switch (move.kind) {
            case 'add':
              list.add(move.item);
              if (!waiting.includes(move.item)) waiting = [...waiting, move.item];
              break;
            case 'delete':
              list.delete(move.item);
              waiting = waiting.filter((item) => item !== move.item);
              break;
            case 'prefer':
              list.prefer(move.items);
              preferred = move.items;
              break;
            case 'take':
              takeBoth();
          }
          expect(list.size).toBe(waiting.length);
        }
        while (waiting.length > 0) takeBoth();
        expect(list.take()).toBeUndefined();
      }),
    );
  });
});
