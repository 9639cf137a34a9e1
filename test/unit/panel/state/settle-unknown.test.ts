import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyFix } from '../../../../src/fixes/index.ts';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { createPanelState } from '../../../../src/panel/state/panel-state.ts';
import { settleUnknown } from '../../../../src/panel/state/settle-unknown.ts';
import type { ResourceTiming } from '../../../../src/platform/resource-timing.ts';
import { adviseInSteps, diagnose } from '../../../../src/rules/index.ts';
import { API, anExchange, type ExchangeDescription, STARTED_AT } from '../../../rules/exchange-builder.ts';
import { aTabState } from '../../../tab-state.ts';

const TAB = aTabState();

const snapshot = (...exchanges: Exchange[]): BackgroundMessage => ({ kind: 'snapshot', tab: TAB, exchanges });

/** Readable without credentials, blocked with them; which it was, Firefox doesn't show. */
function ambiguous(more: ExchangeDescription = {}): Exchange {
  const response = { headers: { 'Access-Control-Allow-Origin': '*' } };
  return anExchange({ engine: 'firefox', response, ...more });
}

const timing = (status: number, url = API): ResourceTiming => ({
  url,
  startedAt: STARTED_AT - 5,
  endedAt: STARTED_AT + 80,
  status,
});

function setUp(answers: readonly (readonly ResourceTiming[] | null)[]) {
  const state = createPanelState({
    diagnose,
    adviseInSteps,
    applyFix,
    later: (task) => task(),
    asksPage: true,
  });
  let looks = 0;
  settleUnknown(state, async () => {
    looks += 1;
    return answers[Math.min(looks, answers.length) - 1] ?? null;
  });
  const verdictOf = (id: string) => {
    const exchange = state.exchanges.value.find((each) => each.id === id);
    return exchange && state.diagnosisOf(exchange).verdict;
  };
  return { state, verdictOf, looks: () => looks };
}

describe('settleUnknown', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    { status: 200, verdict: 'allowed' },
    { status: 0, verdict: 'blocked' },
  ])('a status of $status settles it: $verdict', async ({ status, verdict }) => {
    const panel = setUp([[timing(status)]]);
    panel.state.receive(snapshot(ambiguous()));
    expect(panel.verdictOf('x1')).toBe('unknown');
    await vi.runAllTimersAsync();
    expect(panel.verdictOf('x1')).toBe(verdict);
    expect(panel.looks()).toBe(1);
  });

  it('what was settled stays so when the background sends the exchange again', async () => {
    const panel = setUp([[timing(0)], null]);
    panel.state.receive(snapshot(ambiguous()));
    await vi.runAllTimersAsync();
    panel.state.receive(snapshot(ambiguous()));
    await vi.runAllTimersAsync();
    expect(panel.verdictOf('x1')).toBe('blocked');
    expect(panel.looks()).toBe(1);
  });

  it.each([
    { name: 'a request that Chromium ran', exchange: ambiguous({ engine: 'chromium' }) },
    { name: 'a request that has not ended', exchange: ambiguous({ outcome: 'pending' }) },
    { name: 'a request with cookies', exchange: ambiguous({ headers: { Cookie: 'a=b' } }) },
    { name: 'a response that nobody may read', exchange: anExchange({ engine: 'firefox', response: {} }) },
  ])('does not look because of $name', async ({ exchange }) => {
    const panel = setUp([[timing(200)]]);
    panel.state.receive(snapshot(exchange));
    await vi.runAllTimersAsync();
    expect(panel.looks()).toBe(0);
  });

  it('looks once for all that come together', async () => {
    const other = `${API}/other`;
    const panel = setUp([[timing(200), timing(0, other)]]);
    panel.state.receive(snapshot(ambiguous()));
    await vi.advanceTimersByTimeAsync(200);
    panel.state.receive(snapshot(ambiguous({ id: 'x2', url: other })));
    await vi.runAllTimersAsync();
    expect([panel.verdictOf('x1'), panel.verdictOf('x2')]).toEqual(['allowed', 'blocked']);
    expect(panel.looks()).toBe(1);
  });

  it('looks a second time for an entry that comes late, and not a third time', async () => {
    const panel = setUp([[], [timing(200)]]);
    panel.state.receive(snapshot(ambiguous(), ambiguous({ id: 'x2', url: `${API}/never` })));
    await vi.runAllTimersAsync();
    expect([panel.verdictOf('x1'), panel.verdictOf('x2')]).toEqual(['allowed', 'unknown']);
    panel.state.receive(snapshot(ambiguous()));
    await vi.runAllTimersAsync();
    expect(panel.looks()).toBe(2);
  });

  it('gives up where the page cannot be asked, and looks again for the next exchange', async () => {
    const panel = setUp([null]);
    panel.state.receive(snapshot(ambiguous()));
    await vi.runAllTimersAsync();
    expect(panel.looks()).toBe(2);
    panel.state.receive(snapshot(ambiguous({ id: 'x2' })));
    await vi.runAllTimersAsync();
    expect(panel.looks()).toBe(4);
    expect(panel.verdictOf('x1')).toBe('unknown');
  });
});
