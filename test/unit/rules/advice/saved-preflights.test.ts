import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/fetch/evaluate.ts';
import type { Engine } from '../../../../src/model/exchange.ts';
import type { TargetTraffic } from '../../../../src/rules/advice/advice.ts';
import { savedPreflights, withNames } from '../../../../src/rules/advice/saved-preflights.ts';
import { trafficByTarget } from '../../../../src/rules/advice/traffic.ts';
import { aTraffic } from '../../../advice/traffic-builder.ts';
import { hostileExchange } from '../../../rules/arbitrary-exchange.ts';
import type { ExchangeDescription } from '../../../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, STARTED_AT } from '../../../rules/rule-case.ts';

function trafficOf(descriptions: readonly ExchangeDescription[]): TargetTraffic {
  const [traffic] = trafficByTarget(aTraffic(descriptions));
  if (traffic === undefined) throw new Error('Nothing was recorded.');
  return traffic;
}

/** How many are saved if each answer may be kept for so many seconds. */
function savedBy(traffic: TargetTraffic, seconds: number): number {
  return savedPreflights(traffic, (answer) => ({ ...answer, maxAge: [String(seconds)] })).saved.length;
}

const ENGINES: readonly Engine[] = ['chromium', 'firefox', 'webkit'];

/** Calls of a server that answers all preflights alike; each with how many tenths of a second it comes after the one before. */
const calls = fc.array(
  fc.record({
    after: fc.nat(20_000),
    engine: fc.constantFrom(...ENGINES),
    url: fc.constantFrom('https://api.example.com/1', 'https://api.example.com/2'),
    method: fc.constantFrom('PUT', 'DELETE'),
    origin: fc.constantFrom(PAGE, 'https://app.example.com'),
    credentials: fc.constantFrom('omit', 'include'),
    fails: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

function recorded(
  drawn: typeof calls extends fc.Arbitrary<infer Calls> ? Calls : never,
  maxAge: string,
): TargetTraffic {
  let startedAt = STARTED_AT;
  const descriptions = drawn.map(({ after, fails, origin, ...call }): ExchangeDescription => {
    startedAt += after * 100;
    const allows = { ...allowing(origin), 'Access-Control-Allow-Credentials': 'true' };
    const lists = {
      'Access-Control-Allow-Methods': 'PUT, DELETE',
      'Access-Control-Allow-Headers': 'Content-Type',
      ...(maxAge === '' ? {} : { 'Access-Control-Max-Age': maxAge }),
    };
    return {
      ...call,
      origin,
      startedAt,
      headers: PUT_JSON.headers,
      preflight: { status: 204, headers: { ...allows, ...lists } },
      response: { headers: fails ? {} : allows },
      outcome: fails ? 'blocked' : 'completed',
    };
  });
  return trafficOf(descriptions);
}

const maxAges = fc.constantFrom('', '0', '60', '7200', 'soon');

describe('the preflights that a longer time would have saved', () => {
  it('are never more than were seen, and none that was sent past the cache', () => {
    fc.assert(
      fc.property(calls, maxAges, fc.nat(100_000), (drawn, maxAge, seconds) => {
        const traffic = recorded(drawn, maxAge);
        const { saved, bypassing } = savedPreflights(traffic, (answer) => ({
          ...answer,
          maxAge: [String(seconds)],
        }));
        expect(new Set([...saved, ...bypassing]).size).toBe(saved.length + bypassing.length);
        expect(traffic.preflights).toEqual(expect.arrayContaining([...saved, ...bypassing]));
        // The first of each engine and URL has nothing to go by.
        const caches = new Set(drawn.map(({ engine, url, origin }) => `${engine} ${url} ${origin}`));
        expect(saved.length + bypassing.length).toBeLessThanOrEqual(drawn.length - caches.size);
      }),
    );
  });

  it('are no fewer if the time is longer, where all answers are alike', () => {
    fc.assert(
      fc.property(calls, maxAges, fc.nat(100_000), fc.nat(100_000), (drawn, maxAge, one, other) => {
        const traffic = recorded(drawn, maxAge);
        const [short, long] = [Math.min(one, other), Math.max(one, other)];
        expect(savedBy(traffic, long)).toBeGreaterThanOrEqual(savedBy(traffic, short));
      }),
    );
  });

  it('are none if nothing is answered otherwise', () => {
    fc.assert(
      fc.property(calls, maxAges, (drawn, maxAge) => {
        expect(savedPreflights(recorded(drawn, maxAge), (answer) => answer).saved).toEqual([]);
      }),
    );
  });

  it('are found in any recording without throwing', () => {
    fc.assert(
      fc.property(fc.array(hostileExchange, { minLength: 1, maxLength: 5 }), (exchanges) => {
        const evaluated = exchanges.map((exchange) => ({ exchange, evaluation: evaluate(exchange) }));
        for (const traffic of trafficByTarget(evaluated)) {
          const { saved } = savedPreflights(traffic, withNames);
          expect(saved.length).toBeLessThanOrEqual(traffic.preflights.length);
        }
      }),
    );
  });

  describe('are told by the clock:', () => {
    const put = (seconds: number): ExchangeDescription => ({
      ...PUT_JSON,
      credentials: 'omit',
      startedAt: STARTED_AT + seconds * 1_000,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { headers: allowing(PAGE) },
    });

    it('a saved one brings no answer of its own', () => {
      // The one at 50 s is saved, so the answer of the first has run out at 70 s.
      expect(savedBy(trafficOf([0, 50, 70, 110].map(put)), 60)).toBe(2);
    });

    it('one that starts before the first answer came has nothing to go by', () => {
      const { saved, bypassing } = savedPreflights(trafficOf([0, 0.01, 10].map(put)), (answer) => ({
        ...answer,
        maxAge: ['60'],
      }));
      expect([saved, bypassing].map((some) => some.map(({ by }) => by.exchange.id))).toEqual([['x3'], []]);
    });
  });
});
