import { describe, expect, it } from 'vitest';
import { toMessages } from '../../../../src/panel/view-models/headers.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const exchange = anExchange({ response: { headers: [['A', '1']] } });
const [hop] = exchange.hops;

describe('the headers of a message', () => {
  it('say how many lines were left out', () => {
    const { request = { headers: [] }, response } = hop;
    if (response === undefined) throw new Error('The exchange has a response.');
    const cut = { ...hop, request: { ...request, leftOut: 1 }, response: { ...response, leftOut: 4_000 } };
    expect(toMessages({ ...exchange, hops: [cut] }).map(({ note }) => note)).toEqual([
      '1 more line was left out to stay within memory.',
      '4,000 more lines were left out to stay within memory.',
    ]);
  });
});
