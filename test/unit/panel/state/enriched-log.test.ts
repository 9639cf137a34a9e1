import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackgroundMessage } from '../../../../src/messages/messages.ts';
import { createEnrichLog, learn } from '../../../../src/panel/state/enriched-log.ts';
import { type Enrichment, withEnrichment } from '../../../../src/panel/state/enrichment.ts';
import { applyMessage, EMPTY_LOG, type ExchangeLog } from '../../../../src/panel/state/exchange-log.ts';
import { PersistentMap } from '../../../../src/panel/state/persistent-map.ts';
import { aTabState } from '../../../tab-state.ts';
import { someExchange, versionsOf } from './some-versions.ts';

const tab = aTabState();
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');

function anEnrichment(functionName: string): Enrichment {
  return {
    startedBy: [{ functionName, url: 'https://app.example/main.js', line: 1, column: 1 }],
    hops: new Map(),
  };
}

const messages = fc.oneof(
  fc
    .tuple(fc.array(versionsOf(ids), { maxLength: 4 }), fc.subarray(['a', 'b', 'c']))
    .map(([changed, removed]): BackgroundMessage => ({ kind: 'delta', tab, changed, removed })),
  fc.constant<BackgroundMessage>({ kind: 'cleared', tab }),
);
const lessons = fc
  .array(fc.tuple(ids, fc.option(fc.constantFrom('load', 'save').map(anEnrichment))), { maxLength: 4 })
  .map((learned) => new Map(learned));

describe('createEnrichLog', () => {
  it('makes what enriching every exchange would make, after every change', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(messages, lessons), { maxLength: 8 }), (steps) => {
        const enrichLog = createEnrichLog();
        let log: ExchangeLog = EMPTY_LOG;
        let more = PersistentMap.empty<Enrichment>();
        for (const [message, lesson] of steps) {
          log = applyMessage(log, message);
          more = learn(more, lesson, log);
          const enriched = enrichLog(log, more);
          expect(enriched.ordered).toEqual(
            log.ordered.map((exchange) => {
              const addition = more.get(exchange.id);
              return addition === undefined ? exchange : withEnrichment(exchange, addition);
            }),
          );
          for (const exchange of enriched.ordered) expect(enriched.get(exchange.id)).toBe(exchange);
          expect(enriched.get('nobody')).toBeUndefined();
        }
      }),
    );
  });

  it('makes the same object of the same exchange and addition', () => {
    const enrichLog = createEnrichLog();
    const first = applyMessage(EMPTY_LOG, {
      kind: 'snapshot',
      tab,
      exchanges: [someExchange('a', 1)],
    });
    const more = learn(PersistentMap.empty(), new Map([['a', anEnrichment('load')]]), first);
    const before = enrichLog(first, more).get('a');
    const second = applyMessage(first, { kind: 'delta', tab, changed: [someExchange('b', 0)], removed: [] });
    expect(enrichLog(second, more).get('a')).toBe(before);
  });
});

describe('learn', () => {
  it('forgets what is not in the log any more', () => {
    const log = applyMessage(EMPTY_LOG, { kind: 'snapshot', tab, exchanges: [someExchange('a')] });
    const known = learn(PersistentMap.empty(), new Map([['a', anEnrichment('load')]]), log);
    expect(known.size).toBe(1);
    expect(learn(known, new Map(), EMPTY_LOG).size).toBe(0);
  });

  it('is the same object if that says the same, so that nothing is made anew', () => {
    const log = applyMessage(EMPTY_LOG, { kind: 'snapshot', tab, exchanges: [someExchange('a')] });
    const load = anEnrichment('load');
    const known = learn(PersistentMap.empty(), new Map([['a', load]]), log);
    expect(learn(known, new Map([['a', { ...load }]]), log)).toBe(known);
  });
});
