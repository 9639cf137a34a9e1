import fc from 'fast-check';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

/** An exchange of that id, a new object each time, with one of two servers. */
export function someExchange(id: string, startedAt = 0, pending = false, host = 'api.example'): Exchange {
  const url = `https://${host}/${id}`;
  return { ...anExchange({ id, url, outcome: pending ? 'pending' : 'completed', response: {} }), startedAt };
}

/** Versions of exchanges with those ids: few starts, so that orders meet. */
export function versionsOf(ids: fc.Arbitrary<string>): fc.Arbitrary<Exchange> {
  return fc
    .tuple(ids, fc.nat(4), fc.boolean(), fc.constantFrom('api.example', 'cdn.example'))
    .map(([id, startedAt, pending, host]) => someExchange(id, startedAt, pending, host));
}
