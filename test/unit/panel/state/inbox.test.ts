import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { applyMessage, EMPTY_LOG } from '../../../../src/panel/state/exchange-log.ts';
import { createInbox } from '../../../../src/panel/state/inbox.ts';
import { aTabState } from '../../../tab-state.ts';
import { someExchange, versionsOf } from './some-versions.ts';

const tab = aTabState();
const delta = (changed: readonly Exchange[], removed: readonly string[] = []): BackgroundMessage => ({
  kind: 'delta',
  tab,
  changed,
  removed,
});
const snapshot = (...exchanges: Exchange[]): BackgroundMessage => ({ kind: 'snapshot', tab, exchanges });

/** A queue that the test empties by hand, in place of the browser's. */
function setUp() {
  const tasks: (() => void)[] = [];
  const taken: BackgroundMessage[] = [];
  const receive = createInbox(
    (message) => taken.push(message),
    (task) => void tasks.push(task),
  );
  const runAll = () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task();
  };
  return { taken, tasks, receive, runAll };
}

const idsIn = (message: BackgroundMessage) =>
  message.kind === 'delta' ? message.changed.map(({ id }) => id) : [];
const some = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => someExchange(`${from + n}`, from + n));

describe('createInbox', () => {
  it('takes in together what comes right behind one another', () => {
    const { taken, receive, runAll } = setUp();
    receive(delta(some(2)));
    receive(delta(some(1, 2), ['x']));
    expect(taken).toEqual([]);
    runAll();
    expect(taken).toEqual([delta(some(3), ['x'])]);
  });

  it('takes in what is more than a stretch in several, and as it came', () => {
    const { taken, receive, runAll } = setUp();
    for (let n = 0; n < 10; n += 1) receive(delta(some(100, n * 100)));
    runAll();
    expect(taken.map((message) => idsIn(message).length)).toEqual([200, 200, 200, 200, 200]);
    expect(taken.flatMap(idsIn)).toEqual(some(1_000).map(({ id }) => id));
  });

  it('takes in at once what is no delta, after all that came before', () => {
    const { taken, receive, runAll } = setUp();
    receive(delta(some(1)));
    receive(snapshot(...some(2)));
    expect(taken).toEqual([delta(some(1)), snapshot(...some(2))]);
    runAll();
    expect(taken).toHaveLength(2);
  });

  it('tells what is so by now of the tab', () => {
    const { taken, receive, runAll } = setUp();
    receive(delta(some(1)));
    receive({ kind: 'delta', tab: aTabState({ dropped: 7 }), changed: [], removed: [] });
    runAll();
    expect(taken.map((message) => message.tab.dropped)).toEqual([7]);
  });

  it('says together what the messages say one after the other, whenever it has time', () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    const exchanges = fc.array(versionsOf(ids), { maxLength: 3 });
    const message = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(exchanges, fc.subarray(['a', 'b', 'c'])).map((each) => delta(...each)),
      },
      { weight: 1, arbitrary: exchanges.map((each) => snapshot(...each)) },
      { weight: 1, arbitrary: fc.constant<BackgroundMessage>({ kind: 'cleared', tab }) },
      { weight: 2, arbitrary: fc.constant('time' as const) },
    );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), (steps) => {
        const { taken, receive, runAll } = setUp();
        for (const step of steps) {
          if (step === 'time') runAll();
          else receive(step);
        }
        runAll();
        const messages = steps.filter((step) => step !== 'time');
        const expected = messages.reduce(applyMessage, EMPTY_LOG);
        expect(taken.reduce(applyMessage, EMPTY_LOG).ordered).toEqual(expected.ordered);
      }),
    );
  });
});
