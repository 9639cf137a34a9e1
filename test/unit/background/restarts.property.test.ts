import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import { ANSWER_TIME_LIMIT_MS } from '../../../src/model/limits.ts';
import {
  type EngineName,
  type RequestOptions,
  request,
  type StreamEvent,
  startRecorder,
} from './event-streams.ts';

const TO = 'https://other.example/';

/** The events of one exchange, each with what makes it recognisable. */
function eventsOf(engine: EngineName, kind: string, number: number): StreamEvent[] {
  const mark = `x-number-${number}`;
  const options: Partial<RequestOptions> = kind === 'shared' ? {} : { url: `https://api.example/${number}` };
  const get = request(engine, `${number}`, options);
  const put = request(engine, `${number}`, { ...options, method: 'PUT' });
  const preflight = request(engine, `p${number}`, { ...options, method: 'OPTIONS' });
  const asking = [preflight.before(), preflight.asks('PUT', mark), preflight.answered(204), preflight.done()];
  switch (kind) {
    case 'simple':
      return [get.before(), get.sent({ [mark]: '1' }), get.answered(200), get.done()];
    case 'redirected': {
      const next = get.at({ url: TO + number });
      const first = [get.before(), get.sent(), get.answered(302), get.redirected(TO + number)];
      return [...first, next.before(), next.sent(), next.answered(200), next.done()];
    }
    default:
      return engine === 'firefox'
        ? [put.before(), put.sent({ [mark]: '1' }), ...asking, put.answered(200), put.done()]
        : [put.before(), ...asking, put.sent({ [mark]: '1' }), put.answered(200), put.done()];
  }
}

/**
 * What happens: the next event of some exchange, a write of what has changed, or a kill, in which the rest is lost, and so
 * are the next events of these exchanges.
 */
type Happening = { readonly of: number } | 'write' | { readonly lost: readonly number[] };

const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ of: fc.nat({ max: 5 }) }) },
    { weight: 4, arbitrary: fc.constant('write' as const) },
    { weight: 1, arbitrary: fc.record({ lost: fc.array(fc.nat({ max: 5 }), { maxLength: 6 }) }) },
  ),
  { maxLength: 90 },
);

/** Plays it to a recorder that is stopped and started; gives what is recorded, and the exchanges that a kill met. */
function play(engine: EngineName, kinds: readonly string[], what: readonly Happening[]) {
  const streams = kinds.map((kind, number) => eventsOf(engine, kind, number));
  const stored = new Map<string, string>();
  const hit = new Set<number>();
  const unwritten = new Set<number>();
  let current = startRecorder(engine, true);
  const step = (of: number): void => {
    const event = streams[of]?.shift();
    if (event === undefined) return;
    current.accept(event);
    unwritten.add(of);
  };
  for (const each of [...what, ...kinds.flatMap((_, of) => Array.from({ length: 8 }, () => ({ of })))]) {
    if (each === 'write') {
      for (const id of current.touched) {
        const record = current.recorder.recordOf(id);
        if (record === null) stored.delete(id);
        else stored.set(id, JSON.stringify(record));
      }
      current.touched.clear();
      unwritten.clear();
    } else if ('lost' in each) {
      for (const number of [...unwritten, ...each.lost]) hit.add(number);
      for (const of of each.lost) streams[of]?.shift();
      unwritten.clear();
      current = startRecorder(engine, true);
      for (const record of stored.values()) current.recorder.restore(JSON.parse(record), 0);
    } else {
      step(each.of);
    }
  }
  current.recorder.closeOverdue(10 * ANSWER_TIME_LIMIT_MS);
  return { exchanges: current.store.list(1), hit };
}

function preflightMarkOf({ hops }: Exchange): string | undefined {
  return hops[0].preflight?.request.headers.find(([name]) => name === 'Access-Control-Request-Headers')?.[1];
}

function isCertain({ hops }: Exchange): boolean {
  return hops[0].preflight?.pairing.confidence === 'certain';
}

describe.each<EngineName>(['chromium', 'firefox'])(
  'a recorder that is killed at any moment, in %s',
  (engine) => {
    const runs = fc.tuple(
      fc.array(fc.constantFrom('simple', 'redirected', 'preflighted', 'shared'), {
        minLength: 1,
        maxLength: 6,
      }),
      happenings,
    );

    it('doubles nothing, pairs nothing wrongly, keeps all that was written, and leaves nothing pending', () => {
      fc.assert(
        fc.property(runs, ([kinds, what]) => {
          const { exchanges, hit } = play(engine, kinds, what);
          const ids = exchanges.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((id) => id.startsWith('p'))).toEqual([]);
          for (const exchange of exchanges) {
            const number = Number(exchange.id);
            expect(exchange.outcome.state).not.toBe('pending');
            if (kinds[number] !== 'shared' || isCertain(exchange)) {
              expect([undefined, `x-number-${number}`]).toContain(preflightMarkOf(exchange));
            }
            if (!hit.has(number) && kinds[number] !== 'shared') {
              expect(exchange.outcome.state).toBe('completed');
              expect(exchange.hops.length).toBe(kinds[number] === 'redirected' ? 2 : 1);
            }
          }
          const lost = kinds.map((_, number) => number).filter((number) => !ids.includes(`${number}`));
          expect(lost.filter((number) => !hit.has(number))).toEqual([]);
        }),
        { numRuns: 500 },
      );
    });
  },
);
