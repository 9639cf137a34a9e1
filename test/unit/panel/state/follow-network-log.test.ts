import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { followNetworkLog } from '../../../../src/panel/state/follow-network-log.ts';
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

const snapshot = (...exchanges: Exchange[]): BackgroundMessage => ({ kind: 'snapshot', tab: TAB, exchanges });

const asked = (more: ExchangeDescription = {}) => anExchange({ response: {}, ...more });

function entry(line: number, more: Partial<NetworkEntry> = {}): NetworkEntry {
  return {
    url: API,
    method: 'GET',
    isPreflight: false,
    startedAt: STARTED_AT - 2,
    endedAt: STARTED_AT + 90,
    error: null,
    unsent: null,
    response: null,
    stack: [{ functionName: '', url: `${PAGE}/app.js`, line, column: 1 }],
    ...more,
  };
}

function setUp() {
  const later = (task: () => void, afterMs = 0) => void setTimeout(task, afterMs);
  const state = createPanelState({ diagnose, adviseInSteps, applyFix, later, asksPage: true });
  let tellEarlier: (raw: readonly unknown[]) => void = () => undefined;
  let tell: (raw: unknown) => void = () => undefined;
  const read = vi.fn((raw: unknown) => (raw === 'noise' ? null : (raw as NetworkEntry)));
  const watch = (onEarlier: typeof tellEarlier, onFinished: typeof tell) => {
    tellEarlier = onEarlier;
    tell = onFinished;
  };
  followNetworkLog(state, { watch, read }, later);
  return {
    state,
    read,
    tell: (raw: unknown) => tell(raw),
    tellEarlier: (...raw: unknown[]) => tellEarlier(raw),
    lines: () => state.exchanges.value.map(({ startedBy }) => startedBy?.[0]?.line),
  };
}

describe('followNetworkLog', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(['the entry', 'the exchange'])('joins, whichever comes first: %s', async (first) => {
    const panel = setUp();
    if (first === 'the entry') panel.tell(entry(7));
    else panel.state.receive(snapshot(asked()));
    await vi.advanceTimersByTimeAsync(2_000);
    if (first === 'the entry') panel.state.receive(snapshot(asked()));
    else panel.tell(entry(7));
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([7]);
  });

  it('joins what was in the log when the panel opened', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(asked()));
    panel.tellEarlier('noise', entry(7));
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([7]);
  });

  it('waits with an entry until the exchange that it may belong to is known', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(asked()));
    panel.tell(entry(8));
    await vi.advanceTimersByTimeAsync(200);
    panel.state.receive(snapshot(asked(), asked({ id: 'x2' })));
    await vi.advanceTimersByTimeAsync(150);
    expect(panel.lines()).toEqual([undefined, undefined]);
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([undefined, undefined]);
  });

  it('takes a join back that has come into doubt', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(asked()));
    panel.tell(entry(7));
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([7]);
    panel.tell(entry(8));
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([undefined]);
  });

  it('keeps what it has found when the background sends the exchange again, and its diagnosis', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(asked()));
    panel.tell(entry(7));
    await vi.runAllTimersAsync();
    panel.state.receive(snapshot(asked()));
    expect(panel.lines()).toEqual([7]);
    await vi.runAllTimersAsync();
    const [known] = panel.state.exchanges.value;
    panel.tell(entry(9, { url: `${API}/other` }));
    await vi.runAllTimersAsync();
    expect(panel.state.exchanges.value[0]).toBe(known);
  });

  it('joins each URL of a redirected request', async () => {
    const panel = setUp();
    const twice = [
      ['Access-Control-Allow-Origin', PAGE],
      ['Access-Control-Allow-Origin', PAGE],
    ] as const;
    const joined = [['Access-Control-Allow-Origin', `${PAGE}, ${PAGE}`]] as const;
    panel.state.receive(
      snapshot(
        asked({
          engine: 'firefox',
          response: {
            headers: [
              ['Access-Control-Allow-Origin', '*'],
              ['Location', `${API}/next`],
            ],
          },
          redirects: [{ url: `${API}/next`, response: { headers: [...twice] } }],
        }),
      ),
    );
    const first = [
      ['Access-Control-Allow-Origin', '*'],
      ['Location', `${API}/next`],
    ] as const;
    panel.tell(entry(1, { response: { status: 302, apart: first, joined: first } }));
    await vi.runAllTimersAsync();
    panel.tell(
      entry(1, {
        url: `${API}/next`,
        startedAt: STARTED_AT + 100,
        endedAt: STARTED_AT + 100,
        response: { status: 200, apart: twice, joined },
      }),
    );
    await vi.runAllTimersAsync();
    const [exchange] = panel.state.exchanges.value;
    expect(exchange?.hops.map(({ response }) => response?.lines)).toEqual(['apart', 'apart']);
    expect(exchange?.hops[1]?.response?.headers).toEqual(twice);
    expect(panel.state.recorded.value[0]?.hops[1]?.response?.lines).toBe('joined');
  });

  it('forgets what was cleared', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(asked()));
    panel.tell(entry(7));
    await vi.runAllTimersAsync();
    panel.state.receive({ kind: 'cleared', tab: TAB });
    await vi.runAllTimersAsync();
    expect(panel.lines()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does nothing while nothing changes', async () => {
    const panel = setUp();
    panel.state.receive(snapshot(asked()));
    panel.tell('noise');
    await vi.runAllTimersAsync();
    expect(vi.getTimerCount()).toBe(0);
    expect(panel.read).toHaveBeenCalledTimes(1);
  });
});
