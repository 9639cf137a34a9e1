import { describe, expect, it, vi } from 'vitest';
import { Forgetting } from '../../../src/background/forgetting.ts';
import { EXCHANGE_KEY, FORGOTTEN_KEY } from '../../../src/background/persistence.ts';
import { TabRegistry } from '../../../src/background/tab-registry.ts';
import { PRIVATE_WORKERS, WORKERS } from '../../../src/background/workers.ts';
import { type EngineName, request, startRecorder } from './event-streams.ts';
import { exchange } from './exchanges.ts';

const SHOP = 'https://shop.example';
const BLOG = 'https://blog.example';

/** Everywhere that an exchange is kept. */
function keeping(engine: EngineName = 'chromium') {
  const { recorder, store, accept } = startRecorder(engine);
  const tabs = new TabRegistry(() => {});
  const touched = new Set<string>();
  const cleared = vi.fn();
  const forgetting = new Forgetting({
    engine,
    tabs,
    store,
    recorder,
    persistence: { touch: (key) => touched.add(key) },
    blockedCount: { cleared },
  });
  return { recorder, store, accept, tabs, touched, cleared, forgetting };
}

describe('a tab’s exchanges are forgotten', () => {
  function recorded() {
    const all = keeping();
    const [ended, running, preflightOrNot, other] = [
      request('chromium', 'ended'),
      request('chromium', 'running'),
      request('chromium', 'unconfirmed', { method: 'OPTIONS' }),
      request('chromium', 'other', { tabId: 2 }),
    ];
    for (const event of [ended.before(), ended.done(), running.before()]) all.accept(event);
    for (const event of [preflightOrNot.before(), other.before()]) all.accept(event);
    return all;
  }

  it('wherever they are, and no other tab’s', () => {
    const { recorder, store, touched, cleared, forgetting } = recorded();
    forgetting.forgetExchangesOf(1);
    expect(store.list(1)).toEqual([]);
    expect(store.list(2).map(({ id }) => id)).toEqual(['other']);
    expect(['running', 'unconfirmed', 'other'].map((id) => recorder.isFollowed(id))).toEqual([
      false,
      false,
      true,
    ]);
    expect([...recorder.forgotten()].sort()).toEqual(['running', 'unconfirmed']);
    const keys = ['ended', 'running', 'unconfirmed'].map((id) => EXCHANGE_KEY + id);
    expect([...touched].sort()).toEqual([FORGOTTEN_KEY, ...keys].sort());
    expect(cleared.mock.calls).toEqual([[1]]);
  });

  it('but for what goes on: its events are still of interest', () => {
    const { recorder, touched, forgetting } = recorded();
    forgetting.forgetExchangesOf(1, ({ id }) => id === 'running');
    expect(recorder.isFollowed('running')).toBe(true);
    expect(recorder.forgotten()).toEqual(['unconfirmed']);
    expect([...touched]).not.toContain(`${EXCHANGE_KEY}running`);
  });
});

describe('workers’ exchanges are forgotten', () => {
  it.each<[string, EngineName, { isPrivate: boolean; origin: string }[], string[]]>([
    ['all of them without a tab', 'chromium', [], []],
    [
      'but for those of an origin that a tab keeps',
      'chromium',
      [{ isPrivate: false, origin: SHOP }],
      ['shop'],
    ],
    [
      'but for those of the origins of each tab',
      'chromium',
      [
        { isPrivate: false, origin: SHOP },
        { isPrivate: false, origin: BLOG },
      ],
      ['shop', 'blog'],
    ],
    [
      'in Firefox, a private tab’s are others than those of the same origin',
      'firefox',
      [{ isPrivate: true, origin: SHOP }],
      ['private shop'],
    ],
    ['in Chromium nobody can tell whose they are', 'chromium', [{ isPrivate: true, origin: SHOP }], ['shop']],
  ])('%s', (_, engine, open, kept) => {
    const { store, tabs, touched, forgetting } = keeping(engine);
    store.put(exchange('shop', { tabId: WORKERS, initiator: SHOP }));
    store.put(exchange('blog', { tabId: WORKERS, initiator: BLOG }));
    store.put(exchange('private shop', { tabId: PRIVATE_WORKERS, initiator: SHOP }));
    store.put(exchange('page', { tabId: 1, initiator: 'https://gone.example' }));
    open.forEach(({ isPrivate, origin }, index) => {
      tabs.update(index + 1, { isPrivate, keptOrigins: [{ origin, since: 0 }] });
    });
    forgetting.forgetOrphanedWorkers();
    const left = [WORKERS, PRIVATE_WORKERS].flatMap((tabId) => store.list(tabId)).map(({ id }) => id);
    expect(left).toEqual(kept);
    const gone = ['shop', 'blog', 'private shop'].filter((id) => !kept.includes(id));
    expect([...touched]).toEqual([...gone.map((id) => EXCHANGE_KEY + id), FORGOTTEN_KEY]);
    expect(store.list(1).length).toBe(1);
  });
});
