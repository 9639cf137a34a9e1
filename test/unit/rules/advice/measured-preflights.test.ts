import { describe, expect, it } from 'vitest';
import type { Preflight } from '../../../../src/model/exchange.ts';
import {
  costOf,
  type MeasuredPreflight,
  measuredPreflights,
} from '../../../../src/rules/advice/measured-preflights.ts';
import { aTraffic } from '../../../advice/traffic-builder.ts';
import type { ExchangeDescription } from '../../../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, API, allowing, PAGE, PUT_JSON } from '../../../rules/rule-case.ts';

const TARGET = 'https://api.example.com';
const PASSED = { status: 204, headers: ALLOWS_PUT_JSON };
const PUT: ExchangeDescription = { ...PUT_JSON, preflight: PASSED, response: { headers: allowing(PAGE) } };

function measured(
  description: ExchangeDescription,
  change = (preflight: Preflight): Preflight => preflight,
): readonly MeasuredPreflight[] {
  return aTraffic([description]).flatMap(({ exchange, evaluation }) => {
    const [first, ...rest] = exchange.hops;
    const { preflight } = first;
    const hop = preflight === undefined ? first : { ...first, preflight: change(preflight) };
    return measuredPreflights({ exchange: { ...exchange, hops: [hop, ...rest] }, evaluation }, TARGET);
  });
}

function startingAt(startedAt: number) {
  return (preflight: Preflight): Preflight => ({ ...preflight, startedAt });
}

describe('what preflights have cost', () => {
  it('is from when the browser asked to when it had the answer', () => {
    expect(costOf(measured(PUT))).toEqual({ requests: 1, milliseconds: 30 });
  });

  it('goes by the answer’s headers where the end was never told', () => {
    const [preflight] = measured(PUT, ({ endedAt: _, ...open }) => open);
    expect(preflight?.milliseconds).toBe(75);
  });

  it.each([
    ['no preflight', { response: { headers: allowing(PAGE) } }, undefined],
    ['no answer', { ...PUT_JSON, preflight: { error: 'net::ERR_FAILED' } }, undefined],
    ['an end before its start', PUT, startingAt(Number.MAX_SAFE_INTEGER)],
    ['a time that is none', PUT, startingAt(Number.NaN)],
  ] as const)('nothing for %s', (_what, description, change) => {
    expect(measured(description, change)).toEqual([]);
  });

  it('counts those on the way only if it is the same server’s', () => {
    const elsewhere = 'https://old.example.com/items';
    const redirected = (url: string): ExchangeDescription => ({
      ...PUT,
      url,
      response: { status: 308, headers: allowing(PAGE) },
      redirects: [{ url: API, preflight: PASSED, response: { headers: allowing(PAGE) } }],
    });
    expect(measured(redirected(elsewhere)).map(({ hop }) => hop.url)).toEqual([API]);
    expect(measured(redirected(`${API}/`)).map(({ hop }) => hop.url)).toEqual([`${API}/`, API]);
  });

  it('tells those that passed from those that were refused', () => {
    expect(measured(PUT).map(({ passed }) => passed)).toEqual([true]);
    const refused = { ...PUT, preflight: { ...PASSED, status: 404 }, outcome: 'blocked' } as const;
    expect(measured(refused).map(({ passed }) => passed)).toEqual([false]);
  });

  it('doesn’t take for passed what nobody can tell', () => {
    const headers = { ...ALLOWS_PUT_JSON, 'Access-Control-Allow-Credentials': 'true' };
    const either = { ...PUT, preflight: { headers }, response: { headers: allowing('*') } };
    const unknown = { ...either, engine: 'firefox' } as const;
    expect(measured(unknown).map(({ by, passed }) => [by.evaluation.verdict, passed])).toEqual([
      ['unknown', false],
    ]);
  });
});
