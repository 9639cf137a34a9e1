import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExchangeStore, type StoreChange, sizeOf } from '../../../src/background/store.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { exchange } from './exchanges.ts';

const pending = { outcome: { state: 'pending' } } as const;

function storeWith(limits: { exchanges: number; characters: number }) {
  const changes: StoreChange[] = [];
  const store = new ExchangeStore((change) => changes.push(change), limits);
  const dropped = () => changes.filter(({ kind }) => kind === 'dropped').map((change) => change.exchange.id);
  return { store, dropped };
}

describe('the store', () => {
  it('drops the oldest ended exchange first, and tells', () => {
    const { store, dropped } = storeWith({ exchanges: 2, characters: 1e9 });
    store.put(exchange('1', pending));
    store.put(exchange('2'));
    store.put(exchange('3'));
    expect(store.list(1).map(({ id }) => id)).toEqual(['1', '3']);
    expect(dropped()).toEqual(['2']);
  });

  it('drops the oldest of all if none has ended', () => {
    const { store, dropped } = storeWith({ exchanges: 1, characters: 1e9 });
    store.put(exchange('1', pending));
    store.put(exchange('2', pending));
    expect(dropped()).toEqual(['1']);
  });

  it('keeps each tab within its own limits', () => {
    const { store, dropped } = storeWith({ exchanges: 1, characters: 1e9 });
    store.put(exchange('1'));
    store.put(exchange('2', { tabId: 2 }));
    store.put(exchange('3', { tabId: -1 }));
    expect(dropped()).toEqual([]);
    expect(store.clear(2)).toEqual(['2']);
    expect(store.get('1')?.id).toBe('1');
    expect(store.get('2')).toBeUndefined();
  });

  it('replaces an exchange in its place', () => {
    const { store } = storeWith({ exchanges: 5, characters: 1e9 });
    store.put(exchange('1', pending));
    store.put(exchange('2'));
    store.put(exchange('1'));
    expect(store.list(1).map(({ id, outcome }) => `${id} ${outcome.state}`)).toEqual([
      '1 completed',
      '2 completed',
    ]);
  });

  it('is never over its limits, whatever comes, and counts exactly', () => {
    const step = fc.record({
      id: fc.nat(30),
      length: fc.nat(3_000),
      isPending: fc.boolean(),
      remove: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const limits = { exchanges: 8, characters: 12_000 };
        const { store } = storeWith(limits);
        for (const { id, length, isPending, remove } of steps) {
          const hops: Exchange['hops'] = [{ url: 'x'.repeat(length), method: 'GET', startedAt: 1 }];
          if (remove) store.remove(`${id}`);
          else store.put(exchange(`${id}`, { hops, ...(isPending ? pending : {}) }));
          const list = store.list(1);
          expect(list.length).toBeLessThanOrEqual(limits.exchanges);
          expect(list.reduce((sum, each) => sum + sizeOf(each), 0)).toBeLessThanOrEqual(limits.characters);
        }
      }),
    );
  });
});
