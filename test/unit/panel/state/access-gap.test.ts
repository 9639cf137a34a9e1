import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabState } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { watchAccess } from '../../../../src/panel/state/access-gap.ts';
import type { InspectedPage } from '../../../../src/platform/inspected-page.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aTabState } from '../../../tab-state.ts';

const SHOP = 'https://shop.example';
const API = 'https://api.example';

const TAB = aTabState({ page: `${SHOP}/` });

beforeEach(() => void vi.useFakeTimers({ now: 100_000 }));
afterEach(() => void vi.useRealTimers());

function setUp(tab: TabState = TAB) {
  const answer: { now: InspectedPage | null } = { now: null };
  const state = { tab: signal<TabState | null>(tab), exchanges: signal<readonly Exchange[]>([]) };
  let looks = 0;
  const read = async () => {
    looks += 1;
    return answer.now;
  };
  let navigate = () => {};
  const gap = watchAccess(state, {
    read,
    onNavigated: (listener) => {
      navigate = listener;
    },
    targetsNeedAccess: true,
  });
  return {
    state,
    gap,
    looks: () => looks,
    navigate: () => navigate(),
    async says(now: InspectedPage | null): Promise<void> {
      answer.now = now;
      await vi.advanceTimersByTimeAsync(10_000);
    },
  };
}

const asking = (at: number, origin = API): InspectedPage => ({
  kind: 'page',
  origin: SHOP,
  forbidden: [],
  asked: [{ origin, at }],
});

describe('watchAccess', () => {
  it('notices what the page asked and the browser does not show, until it does', async () => {
    const panel = setUp();
    await panel.says(asking(1_000));
    expect(panel.gap.value).toEqual({ kind: 'hidden', sites: [API] });
    panel.state.exchanges.value = [anExchange({ url: `${API}/` })];
    expect(panel.gap.value).toEqual({ kind: 'none' });
  });

  it('holds nothing against the browser that was before the recording', async () => {
    const panel = setUp({ ...TAB, recording: { on: true, why: 'panel-open', complete: false } });
    await panel.says(asking(99_999));
    expect(panel.gap.value).toEqual({ kind: 'none' });
    await panel.says(asking(100_001));
    expect(panel.gap.value).toEqual({ kind: 'hidden', sites: [API] });
  });

  it('nor what was before access was granted, or the list cleared', async () => {
    const panel = setUp({ ...TAB, hostAccess: { sites: 'some', patterns: ['*://shop.example/*'] } });
    await panel.says(asking(1_000));
    expect(panel.gap.value).toEqual({ kind: 'targets-not-granted', sites: [API] });
    panel.state.tab.value = TAB;
    await panel.says(asking(1_000));
    expect(panel.gap.value).toEqual({ kind: 'none' });
    panel.state.exchanges.value = [anExchange({ url: `${API}/` })];
    const before = Date.now();
    await panel.says(asking(before));
    panel.state.exchanges.value = [];
    await panel.says(asking(before));
    expect(panel.gap.value).toEqual({ kind: 'none' });
  });

  it('believes a refusal when it is repeated', async () => {
    const panel = setUp();
    const answers: InspectedPage = { kind: 'refused' };
    await panel.says(answers);
    expect(panel.gap.value).toEqual({ kind: 'kept-out' });
    await panel.says(asking(1_000));
    expect(panel.gap.value.kind).toBe('hidden');
  });

  it('asks every few seconds, because nothing tells of what is hidden; outside DevTools once', async () => {
    const outside = setUp();
    await outside.says(null);
    expect(outside.looks()).toBe(1);
    const panel = setUp();
    panel.state.exchanges.value = [anExchange({ url: `${API}/` })];
    await panel.says(asking(1_000));
    expect(panel.gap.value).toEqual({ kind: 'none' });
    const looks = panel.looks();
    await panel.says(asking(1_000, 'https://other.example'));
    expect(panel.gap.value).toEqual({ kind: 'hidden', sites: ['https://other.example'] });
    expect(panel.looks() - looks).toBeLessThanOrEqual(4);
  });

  it('asks again when it is another page, also when that comes while a look is planned', async () => {
    const panel = setUp();
    await panel.says(null);
    expect(panel.looks()).toBe(1);
    panel.navigate();
    await vi.advanceTimersByTimeAsync(1_400);
    panel.navigate();
    await vi.advanceTimersByTimeAsync(200);
    expect(panel.looks()).toBe(2);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(panel.looks()).toBe(3);
  });
});
