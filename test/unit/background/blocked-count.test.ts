import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgesIn } from '../../../src/background/badge.ts';
import { BlockedCount } from '../../../src/background/blocked-count.ts';
import { ExchangeStore } from '../../../src/background/store.ts';
import { WORKERS } from '../../../src/background/workers.ts';
import { ENGLISH } from '../../../src/language/language.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { DELTA_INTERVAL_MS } from '../../../src/model/limits.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { anExchange, type ExchangeDescription } from '../../rules/exchange-builder.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LATER = 'https://later.example';
const TABS = [1, 2];

const ENDS = {
  blocked: { response: { status: 500 }, outcome: 'blocked' },
  pending: { outcome: 'pending' },
  allowed: { response: { headers: { 'Access-Control-Allow-Origin': '*' } }, credentials: 'omit' },
  failed: { outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
} as const satisfies Record<string, ExchangeDescription>;

type End = keyof typeof ENDS;

function exchange(id: number, end: End, tabId = 1): Exchange {
  const origin = id % 2 === 0 ? {} : { origin: LATER };
  return anExchange({ ...ENDS[end], ...origin, id: String(id), tabId });
}

/** A count over a real store. Tab 2 shows workers of an origin of its own. */
function counting(limit = 1_000) {
  const numbers = new Map<number, number>();
  const told = vi.fn((tabId: number, number: number) => void numbers.set(tabId, number));
  const shows = (tabId: number, each: Exchange) =>
    each.tabId === tabId || (each.tabId === WORKERS && (each.initiator === LATER) === (tabId === 2));
  const store = new ExchangeStore(
    ({ kind, exchange: each }) => (kind === 'put' ? count.changed(each) : count.removed(each)),
    undefined,
    { exchangesPerTab: limit },
  );
  const all = () => [...TABS, WORKERS].flatMap((tabId) => store.list(tabId));
  const count = new BlockedCount({
    exchange: (id) => store.get(id),
    exchanges: all,
    tabIds: () => TABS,
    shows,
    show: told,
  });
  const recounted = (tabId: number) =>
    all().filter((each) => shows(tabId, each) && diagnose(each).verdict === 'blocked').length;
  return { store, count, numbers, told, recounted };
}

const batch = () => vi.advanceTimersByTime(DELTA_INTERVAL_MS);

describe('the number of blocked exchanges of a tab', () => {
  it('is what a count of all would be, whatever happens in whichever order', () => {
    const id = fc.integer({ min: 0, max: 9 });
    const tabId = fc.constantFrom(...TABS, WORKERS);
    const end = fc.constantFrom<End>('blocked', 'blocked', 'pending', 'allowed', 'failed');
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constant('put'), id, end) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('remove'), id) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('clear'), fc.constantFrom(...TABS)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('turn'), fc.boolean()) },
      { weight: 2, arbitrary: fc.tuple(fc.constant('wait')) },
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(tabId, { minLength: 10, maxLength: 10 }),
        (steps, tabs) => {
          const { store, count, numbers, recounted } = counting(4);
          count.turn(true);
          for (const each of steps) {
            if (each[0] === 'put') store.put(exchange(each[1], each[2], tabs[each[1]]));
            if (each[0] === 'remove') store.remove(String(each[1]));
            if (each[0] === 'clear') {
              store.clear(each[1]);
              count.cleared(each[1]);
            }
            if (each[0] === 'turn') count.turn(each[1]);
            if (each[0] === 'wait') batch();
          }
          count.turn(true);
          batch();
          for (const tab of TABS) expect(numbers.get(tab) ?? 0).toBe(recounted(tab));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is told once for all that happens in a moment', () => {
    const { store, count, told } = counting();
    count.turn(true);
    for (let id = 0; id < 200; id += 1) store.put(exchange(id, 'blocked'));
    expect(told).not.toHaveBeenCalled();
    batch();
    expect(told.mock.calls).toEqual([[1, 200]]);
  });

  it('is not told again by what doesn’t change it', () => {
    const { store, count, told } = counting();
    count.turn(true);
    store.put(exchange(1, 'blocked'));
    batch();
    for (const end of ['pending', 'allowed', 'failed'] as const) store.put(exchange(2, end));
    store.put(exchange(1, 'blocked'));
    count.tabChanged(1);
    batch();
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('is told again when the page is there, if there is one', () => {
    const { store, count, told } = counting();
    count.turn(true);
    store.put(exchange(1, 'blocked'));
    batch();
    count.pageLoaded(1);
    count.pageLoaded(2);
    batch();
    expect(told.mock.calls).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('follows the pages whose workers are shown', () => {
    const { store, count, numbers } = counting();
    count.turn(true);
    store.put(exchange(1, 'blocked', WORKERS));
    batch();
    expect([...numbers]).toEqual([[2, 1]]);
    count.tabChanged(1);
    batch();
    expect(numbers.get(1)).toBe(0);
  });

  it('costs nothing while it is off, and takes every number away when it is turned off', () => {
    const { store, count, numbers, told } = counting();
    store.put(exchange(1, 'blocked'));
    expect(vi.getTimerCount()).toBe(0);
    count.turn(true);
    batch();
    count.turn(false);
    expect([...numbers]).toEqual([
      [1, 0],
      [2, 0],
    ]);
    told.mockClear();
    store.put(exchange(2, 'blocked'));
    count.pageLoaded(1);
    count.refresh(1);
    count.cleared(1);
    batch();
    expect(told).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the badge', () => {
  it.each([
    [0, '', 'CORS Lens'],
    [1, '1', 'CORS Lens: 1 blocked request'],
    [999, '999', 'CORS Lens: 999 blocked requests'],
    [1_000, '999+', 'CORS Lens: 1,000 blocked requests'],
  ])('of %d', (blocked, text, title) => {
    expect(badgesIn(ENGLISH)(blocked)).toEqual({ text, title });
  });
});
