import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { sizeOf } from '../../../../src/model/exchange-size.ts';
import { MAX_CHARACTERS_IN_PANEL, MAX_EXCHANGES_IN_PANEL } from '../../../../src/model/limits.ts';
import { applyMessage, EMPTY_LOG, type ExchangeLog } from '../../../../src/panel/state/exchange-log.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aTabState } from '../../../tab-state.ts';

const TAB = aTabState();

function exchange(id: string, startedAt = 0, pending = false): Exchange {
  return { ...anExchange({ id, outcome: pending ? 'pending' : 'completed', response: {} }), startedAt };
}

const snapshot = (...exchanges: Exchange[]): BackgroundMessage => ({ kind: 'snapshot', tab: TAB, exchanges });
const delta = (changed: Exchange[], removed: string[] = []): BackgroundMessage => ({
  kind: 'delta',
  tab: TAB,
  changed,
  removed,
});
const cleared: BackgroundMessage = { kind: 'cleared', tab: TAB };

const after = (...messages: BackgroundMessage[]) => messages.reduce(applyMessage, EMPTY_LOG);
const ids = (log: ExchangeLog) => log.ordered.map(({ id }) => id);

describe('applyMessage', () => {
  it.each([
    { name: 'a snapshot fills it', messages: [snapshot(exchange('a'), exchange('b'))], expected: ['a', 'b'] },
    {
      name: 'a delta adds',
      messages: [snapshot(exchange('a')), delta([exchange('b')])],
      expected: ['a', 'b'],
    },
    {
      name: 'a delta removes',
      messages: [snapshot(exchange('a'), exchange('b')), delta([], ['a'])],
      expected: ['b'],
    },
    {
      name: 'the order is that of the starts',
      messages: [snapshot(exchange('a', 9)), delta([exchange('b', 3)])],
      expected: ['b', 'a'],
    },
    {
      name: 'a snapshot after a restart takes nothing away',
      messages: [snapshot(exchange('a'), exchange('b')), snapshot(exchange('b'), exchange('c'))],
      expected: ['a', 'b', 'c'],
    },
    { name: 'cleared takes everything away', messages: [snapshot(exchange('a')), cleared], expected: [] },
    {
      name: 'what is removed and never was there does no harm',
      messages: [delta([exchange('a')], ['z'])],
      expected: ['a'],
    },
  ])('$name', ({ messages, expected }) => {
    expect(ids(after(...messages))).toEqual(expected);
  });

  it('replaces an exchange that has changed', () => {
    const log = after(snapshot(exchange('a', 0, true)), delta([exchange('a')]));
    expect(log.ordered.map(({ outcome }) => outcome.state)).toEqual(['completed']);
  });

  it('never takes an end back, which a restarted background may not know of', () => {
    const log = after(snapshot(exchange('a')), snapshot(exchange('a', 0, true)));
    expect(log.byId.get('a')?.outcome.state).toBe('completed');
  });

  it('ends what runs and a restarted background doesn’t know, until it is heard of again', () => {
    const running = exchange('a', 0, true);
    const restarted = [snapshot(running), snapshot(exchange('b'))];
    const [lost] = after(...restarted).ordered;
    expect(lost?.outcome).toMatchObject({ state: 'closed', reason: 'recorder-stopped' });
    expect(after(...restarted, delta([running])).byId.get('a')?.outcome.state).toBe('pending');
  });

  it('is the same object if nothing has changed, so that nothing is rendered', () => {
    const log = after(snapshot(exchange('a')));
    expect(applyMessage(log, delta([], ['z']))).toBe(log);
  });

  const someExchange = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3), fc.boolean())
    .map(([id, startedAt, pending]) => exchange(id, startedAt, pending));
  const someMessage = fc.oneof(
    fc.array(someExchange).map((each) => snapshot(...each)),
    fc.tuple(fc.array(someExchange), fc.subarray(['a', 'b', 'c'])).map(([each, gone]) => delta(each, gone)),
    fc.constant(cleared),
  );

  it('is idempotent: every message twice is as good as once', () => {
    fc.assert(
      fc.property(fc.array(someMessage, { maxLength: 8 }), (messages) => {
        const once = after(...messages);
        const twice = after(...messages.flatMap((message) => [message, message]));
        expect(twice.ordered).toEqual(once.ordered);
      }),
    );
  });

  it('keeps order and index in step', () => {
    fc.assert(
      fc.property(fc.array(someMessage, { maxLength: 8 }), (messages) => {
        const log = after(...messages);
        expect(new Set(ids(log))).toEqual(new Set(log.byId.keys()));
        expect(log.ordered).toHaveLength(log.byId.size);
        const starts = log.ordered.map(({ startedAt }) => startedAt);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the limits', () => {
  const long = (id: string, startedAt: number, length: number): Exchange => {
    const { hops, ...rest } = exchange(id, startedAt);
    return { ...rest, hops: [{ ...hops[0], url: `https://api.example/${'x'.repeat(length)}` }] };
  };

  it('take the oldest away', () => {
    const many = Array.from({ length: MAX_EXCHANGES_IN_PANEL + 5 }, (_, n) => exchange(`${n}`, n));
    const log = after(snapshot(...many), delta([exchange('new', 1e6)]));
    expect(log.ordered.length).toBe(MAX_EXCHANGES_IN_PANEL);
    expect(log.byId.size).toBe(MAX_EXCHANGES_IN_PANEL);
    expect([log.ordered[0]?.id, log.ordered.at(-1)?.id]).toEqual(['6', 'new']);
  });

  it('hold for the text, too, and count it exactly', () => {
    const third = MAX_CHARACTERS_IN_PANEL / 3;
    const log = after(snapshot(long('a', 1, third), long('b', 2, third)), delta([long('c', 3, third)]));
    expect(ids(log)).toEqual(['b', 'c']);
    const less = after(snapshot(long('a', 1, third), long('b', 2, 10)), delta([long('a', 1, 5)], ['b']));
    expect(less.characters).toBe(sizeOf(long('a', 1, 5)));
    expect(applyMessage(less, delta([], ['a'])).characters).toBe(0);
  });
});
