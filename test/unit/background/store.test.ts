import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExchangeStore, type StoreChange, type StoreLimits } from '../../../src/background/store.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { sizeOf } from '../../../src/model/exchange-size.ts';
import { exchange } from './exchanges.ts';

const pending = { outcome: { state: 'pending' } } as const;

function storeWith(limits: Partial<StoreLimits>, shown: readonly number[] = []) {
  const changes: StoreChange[] = [];
  const store = new ExchangeStore(
    (change) => changes.push(change),
    (tabId) => shown.includes(tabId),
    limits,
  );
  const dropped = () => changes.filter(({ kind }) => kind === 'dropped').map((change) => change.exchange.id);
  return { store, dropped };
}

function sized(id: string, tabId: number, length: number): Exchange {
  return exchange(id, { tabId, hops: [{ url: 'x'.repeat(length), method: 'GET', startedAt: 1 }] });
}

describe('the store', () => {
  it('drops the oldest ended exchange first, and tells', () => {
    const { store, dropped } = storeWith({ exchangesPerTab: 2 });
    store.put(exchange('1', pending));
    store.put(exchange('2'));
    store.put(exchange('3'));
    expect(store.list(1).map(({ id }) => id)).toEqual(['1', '3']);
    expect(dropped()).toEqual(['2']);
  });

  it('drops the oldest of all if none has ended', () => {
    const { store, dropped } = storeWith({ exchangesPerTab: 1 });
    store.put(exchange('1', pending));
    store.put(exchange('2', pending));
    expect(dropped()).toEqual(['1']);
  });

  it('keeps each tab within its own limits', () => {
    const { store, dropped } = storeWith({ exchangesPerTab: 1 });
    store.put(exchange('1'));
    store.put(exchange('2', { tabId: 2 }));
    store.put(exchange('3', { tabId: -1 }));
    expect(dropped()).toEqual([]);
    expect(store.clear(2)).toEqual(['2']);
    expect(store.get('1')?.id).toBe('1');
    expect(store.get('2')).toBeUndefined();
  });

  it('replaces an exchange in its place', () => {
    const { store } = storeWith({ exchangesPerTab: 5 });
    store.put(exchange('1', pending));
    store.put(exchange('2'));
    store.put(exchange('1'));
    expect(store.list(1).map(({ id, outcome }) => `${id} ${outcome.state}`)).toEqual([
      '1 completed',
      '2 completed',
    ]);
  });

  it.each<{ name: string; shown: number[]; limits: Partial<StoreLimits>; dropped: string[] }>([
    { name: 'the biggest tab', shown: [], limits: { exchanges: 5 }, dropped: ['a1'] },
    { name: 'no shown tab', shown: [1], limits: { exchanges: 5 }, dropped: ['b1'] },
    {
      name: 'no shown tab as long as another has any',
      shown: [1],
      limits: { exchanges: 3 },
      dropped: ['b1', 'c1', 'b2'],
    },
    { name: 'a shown tab for another', shown: [1, 2, 3], limits: { exchanges: 5 }, dropped: ['a1'] },
    {
      name: 'the one with the most text, if it is text',
      shown: [],
      limits: { characters: 8_000 },
      dropped: ['b1'],
    },
  ])('beyond the limits of all tabs, what goes is of $name', ({ shown, limits, dropped: expected }) => {
    const { store, dropped } = storeWith(limits, shown);
    for (const id of ['a1', 'a2', 'a3']) store.put(sized(id, 1, 10));
    store.put(sized('b1', 2, 3_000));
    store.put(sized('c1', 3, 10));
    store.put(sized('b2', 2, 3_000));
    expect(dropped()).toEqual(expected);
  });

  it('takes no exchange that is too big by itself, and loses no other for it', () => {
    const { store, dropped } = storeWith({ charactersPerExchange: 5_000 });
    store.put(exchange('1'));
    store.put(sized('2', 1, 4_000));
    store.put(sized('2', 1, 5_000));
    store.put(sized('3', 1, 5_000));
    expect(dropped()).toEqual(['2', '3']);
    expect(store.list(1).map(({ id }) => id)).toEqual(['1']);
  });

  it('is never over its limits, whatever comes, and counts exactly', () => {
    const step = fc.record({
      id: fc.nat(30),
      length: fc.nat(3_000),
      isPending: fc.boolean(),
      what: fc.constantFrom('put', 'put', 'put', 'remove', 'clear'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.subarray([0, 1, 2]), (steps, shown) => {
        const limits = {
          charactersPerExchange: 3_000,
          exchangesPerTab: 8,
          charactersPerTab: 12_000,
          exchanges: 12,
          characters: 20_000,
        };
        const { store, dropped } = storeWith(limits, shown);
        const gone = new Set<string>();
        const put = new Set<string>();
        for (const { id, length, isPending, what } of steps) {
          const tabId = id % 3;
          if (what === 'put') {
            const { outcome } = isPending ? pending : exchange('');
            store.put({ ...sized(`${id}`, tabId, length), outcome });
            put.add(`${id}`);
          }
          if (what === 'remove') {
            store.remove(`${id}`);
            gone.add(`${id}`);
          }
          if (what === 'clear') for (const each of store.clear(tabId)) gone.add(each);
          const lists = [0, 1, 2].map((tab) => store.list(tab));
          const characters = lists.map((list) => list.reduce((sum, each) => sum + sizeOf(each), 0));
          expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(limits.exchangesPerTab);
          expect(Math.max(...characters)).toBeLessThanOrEqual(limits.charactersPerTab);
          expect(lists.flat().length).toBeLessThanOrEqual(limits.exchanges);
          expect(characters.reduce((a, b) => a + b)).toBeLessThanOrEqual(limits.characters);
          const kept = lists.flat().map((each) => each.id);
          const accounted = new Set([...kept, ...gone, ...dropped()]);
          expect([...put].filter((each) => !accounted.has(each))).toEqual([]);
        }
      }),
    );
  });
});
