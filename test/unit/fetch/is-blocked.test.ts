import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlocked } from '../../../src/fetch/is-blocked.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { ALL_CASES, historyOf } from '../../rules/all-cases.ts';
import { hostileExchange, plausibleExchange } from '../../rules/arbitrary-exchange.ts';
import { anExchange } from '../../rules/exchange-builder.ts';

/** Every end that a browser can report of the same messages. */
const outcomes: fc.Arbitrary<Exchange['outcome']> = fc.constantFrom(
  { state: 'pending' },
  { state: 'completed', at: 1 },
  { state: 'error', at: 1, error: 'net::ERR_FAILED' },
  { state: 'error', at: 1, error: 'NS_ERROR_DOM_BAD_URI' },
  { state: 'error', at: 1, error: 'net::ERR_CONNECTION_REFUSED' },
  { state: 'error', at: 1, error: '' },
  { state: 'closed', at: 1, reason: 'navigation' },
);

describe('what counts as blocked is what is diagnosed so', () => {
  test.each(ALL_CASES)('%s', (_name, each) => {
    const exchange = anExchange(each.exchange);
    expect(isBlocked(exchange)).toBe(diagnose(exchange, historyOf(each)).verdict === 'blocked');
  });

  test.each([
    ['plausible', plausibleExchange],
    ['hostile', hostileExchange],
  ])('in %s exchanges, however they end', (_name, exchanges) => {
    const readable = fc.constantFrom(undefined, true, false);
    fc.assert(
      fc.property(exchanges, outcomes, readable, (exchange, outcome, readableByScript) => {
        const ended = { ...exchange, outcome, ...(readableByScript !== undefined && { readableByScript }) };
        expect(isBlocked(ended)).toBe(diagnose(ended).verdict === 'blocked');
      }),
      { numRuns: 400 },
    );
  });
});
