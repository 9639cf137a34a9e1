import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import { applyFix, fixFor } from '../../../src/fixes/index.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import type { Fix } from '../../../src/model/fix.ts';
import { getHeaderLines } from '../../../src/model/header-list.ts';
import { anExchange, PAGE } from '../../rules/exchange-builder.ts';

const NOTHING: Fix = { changes: [], statuses: [], requests: [], actions: [] };
const repaired = (exchange: Exchange) => applyFix(exchange, fixFor(exchange, evaluate(exchange)));

describe('applyFix', () => {
  it('gives the exchange itself if there is nothing to change', () => {
    const exchange = anExchange({ response: {}, outcome: 'blocked' });
    expect(applyFix(exchange, NOTHING)).toBe(exchange);
  });

  it('replaces all lines of a header by one', () => {
    const lines = [
      ['Access-Control-Allow-Origin', '*'],
      ['Content-Type', 'text/plain'],
      ['Access-Control-Allow-Origin', PAGE],
    ] as const;
    const after = repaired(anExchange({ response: { headers: lines }, outcome: 'blocked' }));
    expect(after.hops[0].response?.headers).toEqual([
      ['Access-Control-Allow-Origin', PAGE],
      ['Content-Type', 'text/plain'],
      ['Vary', 'Origin'],
    ]);
  });

  it('changes the status of a preflight, and answers the request that was never sent', () => {
    const exchange = anExchange({ method: 'DELETE', preflight: { status: 405 } });
    const { hops, outcome } = repaired(exchange);
    expect(hops[0].preflight?.response?.status).toBe(204);
    expect(hops[0].response?.status).toBe(200);
    expect(getHeaderLines(hops[0].response?.headers ?? [], 'access-control-allow-origin')).toEqual([PAGE]);
    expect(outcome.state).toBe('completed');
  });

  it('adds the hop that a redirect would have led to', () => {
    const exchange = anExchange({
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-A': '1' },
      preflight: {
        status: 204,
        headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Headers': 'content-type, x-a' },
      },
      response: { status: 303, headers: { Location: '/items/7' } },
      outcome: 'blocked',
    });
    const { hops } = repaired(exchange);
    expect(hops).toHaveLength(2);
    expect(hops[1]).toMatchObject({ url: 'https://api.example.com/items/7', method: 'GET' });
    expect(
      getHeaderLines(hops[1]?.preflight?.response?.headers ?? [], 'access-control-allow-headers'),
    ).toEqual(['x-a']);
  });

  it('leaves the exchange refused if the fix does not suffice', () => {
    const exchange = anExchange({ method: 'DELETE', preflight: { status: 405 } });
    const fix = fixFor(exchange, evaluate(exchange));
    const after = applyFix(exchange, { ...fix, statuses: [] });
    expect(after.outcome).toMatchObject({ state: 'error', error: 'net::ERR_FAILED' });
    expect(evaluate(after).verdict).toBe('blocked');
  });

  it('does not take a made-up outcome for evidence of the credentials mode', () => {
    const inferred = anExchange({
      response: { headers: { 'Access-Control-Allow-Origin': '*' } },
      outcome: 'blocked',
    });
    expect(repaired(inferred).credentials.value).toBe('include');
    expect(
      getHeaderLines(repaired(inferred).hops[0].response?.headers ?? [], 'access-control-allow-credentials'),
    ).toEqual(['true']);
    const unknown = anExchange({
      engine: 'firefox',
      response: {},
      outcome: 'blocked',
      readableByScript: false,
    });
    expect(repaired(unknown).credentials.value).toBe('same-origin');
    expect(repaired(unknown).readableByScript).toBeUndefined();
  });

  it('leaves the exchange that it was given as it was', () => {
    const exchange = anExchange({ method: 'DELETE', preflight: { status: 405 } });
    const before = structuredClone(exchange);
    repaired(exchange);
    expect(exchange).toEqual(before);
  });
});
