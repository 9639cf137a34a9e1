import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/fixes/index.ts';
import { isEmptyFix } from '../../../src/model/fix.ts';
import { assumeBranch } from '../../../src/rules/branches.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { plausibleExchange } from '../../rules/arbitrary-exchange.ts';
import { anExchange, type ExchangeDescription } from '../../rules/exchange-builder.ts';
import { lesserFixes } from '../../rules/lesser-fixes.ts';

const RUNS = { numRuns: 1000 };
const TIME_LIMIT = 60_000;

describe('branches', () => {
  it(
    'are what the diagnosis would be if the credentials mode had been seen',
    () => {
      fc.assert(
        fc.property(plausibleExchange, (exchange) => {
          const { branches, settledBy } = diagnose(exchange);
          expect(settledBy.length > 0).toBe(branches.length > 0);
          for (const branch of branches) {
            const { verdict, lead, fix } = diagnose(assumeBranch(exchange, branch.if));
            expect(branch).toEqual({ if: branch.if, verdict, lead, fix });
          }
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );

  it(
    'are there only if they lead to different ends',
    () => {
      fc.assert(
        fc.property(plausibleExchange, (exchange) => {
          const [one, other, ...more] = diagnose(exchange).branches;
          expect(more).toEqual([]);
          if (one === undefined || other === undefined) return;
          expect([one.verdict, one.lead.rule]).not.toEqual([other.verdict, other.lead.rule]);
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );

  it(
    'have a change each that makes the exchange pass, and not with less',
    () => {
      fc.assert(
        fc.property(plausibleExchange, (exchange) => {
          for (const { if: condition, fix } of diagnose(exchange).branches) {
            if (isEmptyFix(fix)) continue;
            const assumed = assumeBranch(exchange, condition);
            expect(diagnose(applyFix(assumed, fix)).verdict).toBe('allowed');
            for (const lesser of lesserFixes(fix)) {
              expect(diagnose(applyFix(assumed, lesser)).verdict).toBe('blocked');
            }
          }
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );
});

describe('a cause that only counts with credentials', () => {
  const wildcard = { headers: { 'Access-Control-Allow-Origin': '*' } };
  const exact = { headers: { 'Access-Control-Allow-Origin': 'http://localhost:5173' } };

  it.each<[string, ExchangeDescription, string]>([
    ['a cookie', { headers: { Cookie: 'a=b' }, response: wildcard, outcome: 'blocked' }, 'certain'],
    ['the browser’s refusal', { response: wildcard, outcome: 'blocked' }, 'certain'],
    ['the browser’s refusal', { response: exact, outcome: 'blocked' }, 'certain'],
    [
      'a cookie, and Resource Timing',
      { engine: 'firefox', headers: { Cookie: 'a=b' }, response: wildcard, readableByScript: false },
      'certain',
    ],
    ['Resource Timing alone', { engine: 'firefox', response: wildcard, readableByScript: false }, 'likely'],
    ['Resource Timing alone', { engine: 'firefox', response: exact, readableByScript: false }, 'likely'],
  ])('is as sure as what tells of them: %s', (_name, description, confidence) => {
    const { verdict, cause } = diagnose(anExchange(description));
    expect([verdict, cause?.confidence]).toEqual(['blocked', confidence]);
  });
});
