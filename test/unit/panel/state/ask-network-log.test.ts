import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { askNetworkLog } from '../../../../src/panel/state/ask-network-log.ts';
import { createPanelState } from '../../../../src/panel/state/panel-state.ts';
import type { NetworkEntry } from '../../../../src/platform/network-log.ts';
import { adviseInSteps, diagnose } from '../../../../src/rules/index.ts';
import {
  API,
  anExchange,
  type ExchangeDescription,
  PAGE,
  STARTED_AT,
} from '../../../rules/exchange-builder.ts';
import { aTabState } from '../../../tab-state.ts';

const TAB = aTabState();

/** When every exchange that is built here has ended. */
const ENDED_AT = STARTED_AT + 100;

const snapshot = (...exchanges: Exchange[]): BackgroundMessage => ({ kind: 'snapshot', tab: TAB, exchanges });

function ended(exchange: Exchange): Exchange {
  return { ...exchange, outcome: { ...exchange.outcome, state: 'completed', at: ENDED_AT } };
}

const allowed = (id: string, more: ExchangeDescription = {}) =>
  ended(anExchange({ id, url: `${API}/${id}`, response: {}, ...more }));

const neverSent = (id: string, more: ExchangeDescription = {}) =>
  ended(anExchange({ id, url: `${API}/${id}`, method: 'PUT', preflight: { status: 404 }, ...more }));

function entry(id: string, line: number, more: Partial<NetworkEntry> = {}): NetworkEntry {
  return {
    url: `${API}/${id}`,
    method: 'GET',
    isPreflight: false,
    startedAt: STARTED_AT - 2,
    endedAt: ENDED_AT,
    error: null,
    unsent: null,
    response: null,
    stack: [{ functionName: '', url: `${PAGE}/app.js`, line, column: 1 }],
    ...more,
  };
}

const unsent = (id: string, line: number) =>
  entry(id, line, { method: 'PUT', unsent: [['X-A', '1']], error: 'net::ERR_FAILED' });

function setUp(askTakesMs = 10) {
  const later = (task: () => void, afterMs = 0) => void setTimeout(task, afterMs);
  const state = createPanelState({ diagnose, adviseInSteps, applyFix, later, asksPage: true });
  const asks: number[] = [];
  const read = vi.fn((raw: unknown) => raw as NetworkEntry);
  let log: readonly NetworkEntry[] = [];
  const askForAll = askNetworkLog(
    state,
    {
      ask: async () => {
        asks.push(Date.now() - ENDED_AT);
        await new Promise((resolve) => setTimeout(resolve, askTakesMs));
        return log;
      },
      glance: (raw) => raw as NetworkEntry,
      read,
    },
    later,
  );
  return {
    state,
    read,
    askForAll,
    /** When the log was asked, in milliseconds after the exchanges had ended. */
    asks,
    logs: (...entries: readonly NetworkEntry[]) => {
      log = entries;
    },
    lines: () => state.exchanges.value.map(({ startedBy }) => startedBy?.[0]?.line),
    unsent: () => state.exchanges.value.map(({ hops: [hop] }) => hop.unsentRequest?.headers),
  };
}

describe('askNetworkLog', () => {
  beforeEach(() => void vi.useFakeTimers({ now: ENDED_AT }));
  afterEach(() => void vi.useRealTimers());

  it('asks nothing of a page that works', async () => {
    const panel = setUp();
    panel.logs(entry('a', 7));
    const pending = { ...neverSent('b'), outcome: { state: 'pending' } } as const;
    panel.state.receive(snapshot(allowed('a'), pending, neverSent('worker', { tabId: -1 })));
    await vi.runAllTimersAsync();
    expect(panel.asks).toEqual([]);
  });

  it('asks soon about a request that was never sent, and keeps what is told of others', async () => {
    const panel = setUp();
    panel.logs(unsent('a', 7), entry('b', 8), entry('noise', 9));
    panel.state.receive(snapshot(neverSent('a'), allowed('b')));
    await vi.advanceTimersByTimeAsync(500);
    expect(panel.unsent()).toEqual([[['X-A', '1']], undefined]);
    expect(panel.lines()).toEqual([7, 8]);
    expect(panel.read).toHaveBeenCalledTimes(2);
    await vi.runAllTimersAsync();
    expect(panel.asks).toEqual([300]);
  });

  it('asks why a preflight failed', async () => {
    const panel = setUp();
    const error = 'net::ERR_CONNECTION_REFUSED';
    panel.logs(unsent('a', 7), entry('a', 7, { method: 'PUT', isPreflight: true, error }));
    panel.state.receive(snapshot(neverSent('a', { preflight: { error: 'net::ERR_FAILED' } })));
    await vi.runAllTimersAsync();
    expect(panel.state.exchanges.value[0]?.hops[0].preflight).toMatchObject({
      error,
      errorFrom: 'network-log',
    });
    expect(panel.asks).toEqual([300]);
  });

  it('asks for the script of what is selected, once and at once', async () => {
    const panel = setUp();
    panel.logs(entry('a', 7), entry('b', 8));
    panel.state.receive(snapshot(allowed('a'), allowed('b')));
    await vi.advanceTimersByTimeAsync(10_000);
    for (const id of ['a', 'b', 'a']) {
      panel.state.select(id);
      await vi.advanceTimersByTimeAsync(50);
      expect(panel.lines()).toEqual([7, 8]);
    }
    await vi.runAllTimersAsync();
    expect(panel.asks).toEqual([10_000]);
  });

  it('looks again for an entry that comes late, with growing pauses', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(neverSent('a')));
    await vi.advanceTimersByTimeAsync(1_500);
    panel.logs(unsent('a', 7));
    await vi.runAllTimersAsync();
    expect(panel.asks.map((at) => Math.round(at / 100))).toEqual([3, 9, 21]);
    expect(panel.lines()).toEqual([7]);
  });

  it('gives up on one that doesn’t come, until the exchange changes', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(neverSent('a')));
    await vi.runAllTimersAsync();
    expect(panel.asks).toHaveLength(4);
    panel.logs(unsent('a', 7));
    panel.state.receive(snapshot(neverSent('a')));
    await vi.runAllTimersAsync();
    expect(panel.asks).toHaveLength(5);
    expect(panel.lines()).toEqual([7]);
  });

  it('rests for nine times as long as an answer took', async () => {
    const panel = setUp(1_000);
    panel.state.receive(snapshot(neverSent('a')));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(panel.asks.map((at) => Math.round(at / 100))).toEqual([3, 103, 203]);
  });

  it('leaves to the next answer what has ended only now', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(neverSent('a')));
    await vi.advanceTimersByTimeAsync(250);
    panel.logs(unsent('a', 7), entry('b', 8));
    const late = allowed('b');
    panel.state.receive(
      snapshot(neverSent('a'), { ...late, outcome: { state: 'completed', at: ENDED_AT + 240 } }),
    );
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([7, undefined]);
  });

  it('keeps what it has found when the log begins anew, and the background sends the exchange again', async () => {
    const panel = setUp();
    panel.logs(unsent('a', 7));
    panel.state.receive(snapshot(neverSent('a')));
    await vi.runAllTimersAsync();
    panel.logs(entry('next', 9, { startedAt: ENDED_AT + 1_000, endedAt: ENDED_AT + 1_100 }));
    panel.state.receive(snapshot(neverSent('a'), neverSent('b')));
    await vi.runAllTimersAsync();
    expect(panel.asks.length).toBeGreaterThan(1);
    expect(panel.lines()).toEqual([7, undefined]);
    panel.logs();
    panel.state.receive(snapshot(neverSent('b')));
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([7, undefined]);
  });

  it('takes a join back when it hears late of another that ran there', async () => {
    const panel = setUp();
    panel.logs(unsent('a', 7));
    panel.state.receive(snapshot(neverSent('a')));
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([7]);
    panel.logs(unsent('a', 7), entry('a', 8, { method: 'PUT' }));
    panel.state.receive(snapshot(neverSent('a'), allowed('late', { url: `${API}/a`, method: 'PUT' })));
    await vi.advanceTimersByTimeAsync(500);
    expect(panel.lines()).toEqual([undefined, undefined]);
    await vi.runAllTimersAsync();
    panel.logs(entry('b', 9));
    panel.state.receive(snapshot(allowed('b')));
    await vi.runAllTimersAsync();
    panel.state.select('b');
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([undefined, 9, undefined]);
  });

  it('asks for all before an export, also for what it had given up', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(neverSent('a'), allowed('b')));
    await vi.runAllTimersAsync();
    panel.logs(unsent('a', 7), entry('b', 8));
    const told = panel.askForAll();
    await vi.runAllTimersAsync();
    await told;
    expect(panel.lines()).toEqual([7, 8]);
    const asks = panel.asks.length;
    panel.logs();
    await panel.askForAll();
    expect(panel.asks).toHaveLength(asks);
  });

  it('lets no export wait for DevTools that don’t answer', async () => {
    const panel = setUp(60_000);
    panel.state.receive(snapshot(allowed('a')));
    const told = panel.askForAll();
    await vi.advanceTimersByTimeAsync(2_000);
    await told;
    expect(panel.asks).toHaveLength(1);
  });
});
