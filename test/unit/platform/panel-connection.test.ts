import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackgroundMessage, PanelMessage } from '../../../src/messages/messages.ts';
import { aTabState } from '../../tab-state.ts';

// Outside an extension the polyfill throws as soon as it is imported; every port here is the test's own.
vi.mock('../../../src/platform/browser.ts', () => ({ browser: {} }));
const { openPanelConnection } = await import('../../../src/platform/panel-connection.ts');

const TAB = aTabState({ tabId: 7 });
const SNAPSHOT: BackgroundMessage = { kind: 'snapshot', tab: TAB, exchanges: [] };

/** The background's end of one port. */
function aPort() {
  const listeners: ((message: unknown) => void)[] = [];
  const disconnected: (() => void)[] = [];
  const sent: PanelMessage[] = [];
  return {
    sent,
    say: (message: unknown) => listeners.forEach((listener) => void listener(message)),
    drop: () => disconnected.forEach((listener) => void listener()),
    postMessage: (message: PanelMessage) => void sent.push(message),
    disconnect: vi.fn(),
    onMessage: { addListener: (listener: (message: unknown) => void) => void listeners.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => void disconnected.push(listener) },
  };
}

function setUp(connectsFrom = 0) {
  const ports: ReturnType<typeof aPort>[] = [];
  const states: string[] = [];
  const messages: BackgroundMessage[] = [];
  let attempts = 0;
  const connection = openPanelConnection({
    tabId: 7,
    watches: true,
    onState: (state) => void states.push(state),
    onMessage: (message) => void messages.push(message),
    connect: () => {
      attempts += 1;
      if (attempts <= connectsFrom) throw new Error('Extension context invalidated.');
      const port = aPort();
      ports.push(port);
      return port;
    },
  });
  const latest = () => {
    const port = ports.at(-1);
    if (port === undefined) throw new Error('No port was opened.');
    return port;
  };
  return { connection, ports, states, messages, latest };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('openPanelConnection', () => {
  it('subscribes to its tab before anything else', () => {
    expect(setUp().latest().sent).toEqual([{ kind: 'subscribe', tabId: 7, watches: true }]);
  });

  it('is live with the first snapshot', () => {
    const { latest, states, messages } = setUp();
    latest().say(SNAPSHOT);
    expect(states).toEqual(['connecting', 'live']);
    expect(messages).toEqual([SNAPSHOT]);
  });

  it('confirms each message that it has taken in', () => {
    const { latest } = setUp();
    latest().say(SNAPSHOT);
    latest().say(null);
    latest().say({ kind: 'cleared', tab: TAB });
    expect(latest().sent.slice(1)).toEqual([{ kind: 'received' }, { kind: 'received' }]);
  });

  it.each([
    null,
    'snapshot',
    {},
    { kind: 'snapshot' },
    { kind: 'other', tab: TAB },
    { kind: 'delta', tab: TAB },
  ])('ignores what is no message of the background: %j', (message) => {
    const { latest, states, messages } = setUp();
    latest().say(message);
    expect(messages).toEqual([]);
    expect(states).toEqual(['connecting']);
  });

  it('subscribes anew after the worker was stopped, and hears nothing from the old port', () => {
    const { latest, ports, states, messages } = setUp();
    const [old] = ports;
    latest().say(SNAPSHOT);
    latest().drop();
    vi.advanceTimersByTime(300);
    expect(ports).toHaveLength(2);
    expect(latest().sent).toEqual([{ kind: 'subscribe', tabId: 7, watches: true }]);
    old?.say(SNAPSHOT);
    expect(messages).toHaveLength(1);
    latest().say(SNAPSHOT);
    expect(states).toEqual(['connecting', 'live', 'connecting', 'live']);
  });

  it('says that the connection is lost when it fails again and again, and goes on trying', () => {
    const { states, ports, latest } = setUp(4);
    vi.advanceTimersByTime(60_000);
    expect(states.slice(0, 4)).toEqual(['connecting', 'connecting', 'connecting', 'lost']);
    expect(ports).toHaveLength(1);
    latest().say(SNAPSHOT);
    expect(states.at(-1)).toBe('live');
  });

  it('keeps the worker alive with a ping every 20 seconds', () => {
    const { latest } = setUp();
    vi.advanceTimersByTime(45_000);
    expect(latest().sent.filter(({ kind }) => kind === 'ping')).toHaveLength(2);
  });

  it('stays closed once it is closed', () => {
    const { connection, latest, ports } = setUp();
    connection.close();
    expect(latest().disconnect).toHaveBeenCalledOnce();
    latest().drop();
    vi.advanceTimersByTime(60_000);
    expect(ports).toHaveLength(1);
    expect(latest().sent).toHaveLength(1);
  });
});
