import { describe, expect, it } from 'vitest';
import { LossCount } from '../../../src/background/loss-count.ts';
import { EXCHANGE_KEY } from '../../../src/background/persistence.ts';
import { ExchangeStore } from '../../../src/background/store.ts';
import { TabRegistry } from '../../../src/background/tab-registry.ts';
import { WORKERS } from '../../../src/background/workers.ts';
import { exchange } from './exchanges.ts';

const ORIGIN = exchange('').initiator;

/** Tabs 1 and 2 show the same origin, tab 3 another; of each tab and of the workers one exchange is kept, with the tab's id. */
function counting() {
  const tabs = new TabRegistry(() => {});
  const store = new ExchangeStore(() => {});
  const inMemoryOnly = new Set<string>();
  for (const tabId of [1, 2, 3]) {
    const origin = tabId === 3 ? 'https://other.example' : ORIGIN;
    tabs.update(tabId, { origin, keptOrigins: [{ origin, since: 0 }] });
  }
  for (const tabId of [1, 2, 3, WORKERS]) store.put(exchange(`of ${tabId}`, { tabId }));
  const count = new LossCount({
    tabs,
    store,
    persistence: { hasGivenUp: (key) => inMemoryOnly.has(key) },
  });
  return {
    tabs,
    drop: (id: string) => {
      const dropped = store.get(id);
      store.remove(id);
      if (dropped !== undefined) count.dropped(dropped);
    },
    giveUp: (id: string) => {
      inMemoryOnly.add(EXCHANGE_KEY + id);
      count.givenUp([EXCHANGE_KEY + id]);
    },
  };
}

type Step = ['drop' | 'give up', string];

describe('what a tab has lost', () => {
  it.each<[string, Step[], (readonly [dropped: number, unsaved: number])[]]>([
    [
      'nothing',
      [],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'its own',
      [['drop', 'of 1']],
      [
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'its own, from the storage only',
      [['give up', 'of 2']],
      [
        [0, 0],
        [0, 1],
        [0, 0],
      ],
    ],
    [
      'its own, from the storage and then from memory',
      [
        ['give up', 'of 1'],
        ['drop', 'of 1'],
      ],
      [
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'its workers’',
      [['drop', 'of -1']],
      [
        [1, 0],
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'its workers’, from the storage only',
      [['give up', 'of -1']],
      [
        [0, 1],
        [0, 1],
        [0, 0],
      ],
    ],
    [
      'another one than is in memory only',
      [
        ['give up', 'of 1'],
        ['drop', 'of -1'],
      ],
      [
        [1, 1],
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'what left the memory before it left the storage',
      [
        ['drop', 'of 1'],
        ['give up', 'of 1'],
      ],
      [
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  ])('%s', (_, steps, expected) => {
    const { tabs, drop, giveUp } = counting();
    for (const [what, id] of steps) (what === 'drop' ? drop : giveUp)(id);
    expect([1, 2, 3].map((tabId) => [tabs.get(tabId).dropped, tabs.get(tabId).unsaved])).toEqual(expected);
  });

  it('is not counted below zero where the page has begun to count anew', () => {
    const { tabs, drop, giveUp } = counting();
    giveUp('of 1');
    tabs.update(1, { unsaved: 0 });
    drop('of 1');
    expect(tabs.get(1)).toMatchObject({ dropped: 1, unsaved: 0 });
  });

  it('is counted in no tab that is not known', () => {
    const { tabs, drop } = counting();
    tabs.remove(1);
    drop('of 1');
    expect(tabs.find(1)).toBeUndefined();
  });
});
