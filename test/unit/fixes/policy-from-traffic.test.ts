import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import { taintingOfHops } from '../../../src/fetch/request-tainting.ts';
import { type AllowListPolicy, applyPolicy, policyFromTraffic } from '../../../src/fixes/index.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { isEmptyFix } from '../../../src/model/fix.ts';
import { originOf } from '../../../src/model/origin.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { hostileExchange, plausibleExchange } from '../../rules/arbitrary-exchange.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';

const TARGET = 'https://api.example.com';
const OTHER_PAGE = 'https://app.example.com';

function policyOf(...exchanges: readonly Exchange[]) {
  return policyFromTraffic(
    exchanges.map((exchange) => ({ exchange, evaluation: evaluate(exchange) })),
    TARGET,
  );
}

const NOTHING: AllowListPolicy = {
  origins: [PAGE],
  methods: [],
  headers: [],
  credentials: false,
  exposed: [],
  maxAge: null,
  path: null,
};

interface PolicyCase {
  readonly name: string;
  readonly exchanges: readonly ExchangeDescription[];
  readonly policy: AllowListPolicy | null;
  readonly covered: readonly string[];
  readonly beyond: readonly string[];
}

const CASES: readonly PolicyCase[] = [
  {
    name: 'simple requests of several pages, blocked or not',
    exchanges: [
      { id: 'a', response: {}, outcome: 'blocked' },
      { id: 'b', origin: OTHER_PAGE, response: { headers: { 'Access-Control-Allow-Origin': '*' } } },
    ],
    policy: { ...NOTHING, origins: [PAGE, OTHER_PAGE] },
    covered: ['a', 'b'],
    beyond: [],
  },
  {
    name: 'what preflights ask for',
    exchanges: [
      { id: 'a', method: 'PUT', headers: { 'X-B': '1' }, preflight: { status: 405 } },
      { id: 'b', method: 'POST', headers: { 'Content-Type': 'application/json' }, preflight: {} },
    ],
    policy: { ...NOTHING, methods: ['PUT'], headers: ['content-type', 'x-b'], maxAge: 7200 },
    covered: ['a', 'b'],
    beyond: [],
  },
  {
    name: 'what a kept answer allowed',
    exchanges: [
      {
        id: 'a',
        method: 'PATCH',
        headers: { 'X-A': '1' },
        response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
      },
    ],
    policy: { ...NOTHING, methods: ['PATCH'], headers: ['x-a'], maxAge: 7200 },
    covered: ['a'],
    beyond: [],
  },
  {
    name: 'credentials only where they are included',
    exchanges: [{ id: 'a', credentials: 'include', response: {}, outcome: 'blocked' }],
    policy: { ...NOTHING, credentials: true },
    covered: ['a'],
    beyond: [],
  },
  {
    name: 'the exposed headers that are sent, not what is listed in vain or readable anyway',
    exchanges: [
      {
        id: 'a',
        response: {
          headers: {
            'Access-Control-Allow-Origin': PAGE,
            'Access-Control-Expose-Headers': 'X-Total, X-Gone, Content-Type',
            'X-Total': '7',
            'Content-Type': 'text/plain',
          },
        },
      },
    ],
    policy: { ...NOTHING, exposed: ['x-total'] },
    covered: ['a'],
    beyond: [],
  },
  {
    name: 'nothing for an opaque origin, and it stays blocked',
    exchanges: [{ id: 'a', origin: 'null', response: {}, outcome: 'blocked' }],
    policy: null,
    covered: [],
    beyond: ['a'],
  },
  {
    name: 'no response header in a request',
    exchanges: [
      { id: 'a', headers: { 'Access-Control-Allow-Origin': '*' }, preflight: { status: 204 } },
      { id: 'b', response: {}, outcome: 'blocked' },
    ],
    policy: NOTHING,
    covered: ['b'],
    beyond: ['a'],
  },
  {
    name: 'nothing for what is no CORS or not over',
    exchanges: [
      { id: 'a', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
      { id: 'b', outcome: 'pending' },
      { id: 'c', mode: 'no-cors', type: 'image', sends: false, response: {} },
    ],
    policy: null,
    covered: [],
    beyond: [],
  },
  {
    name: 'where the credentials mode decides and isn’t shown, none are taken as included',
    exchanges: [
      { id: 'a', engine: 'firefox', response: { headers: { 'Access-Control-Allow-Origin': '*' } } },
    ],
    policy: NOTHING,
    covered: ['a'],
    beyond: [],
  },
  {
    name: 'a redirect within the server, and what lies behind it',
    exchanges: [{ id: 'a', response: { status: 307, headers: { Location: '/items/' } }, outcome: 'blocked' }],
    policy: NOTHING,
    covered: ['a'],
    beyond: [],
  },
];

describe('policyFromTraffic', () => {
  it.each(CASES)('$name', ({ exchanges, policy, covered, beyond }) => {
    expect(policyOf(...exchanges.map(anExchange))).toEqual({ policy, covered, beyond });
  });

  it('lets pass all that it says, and whatever headers alone can fix', () => {
    fc.assert(
      fc.property(someTraffic, (traffic) => {
        const { policy, covered, beyond } = policyOf(...traffic);
        for (const exchange of traffic) {
          const passes =
            policy !== null && diagnose(applyPolicy(exchange, policy, TARGET)).verdict === 'allowed';
          if (covered.includes(exchange.id)) expect(passes).toBe(true);
          if (beyond.includes(exchange.id)) expect(covered).not.toContain(exchange.id);
          if (isFixedByHeadersOfTarget(exchange)) expect(covered).toContain(exchange.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has nothing in it that nobody needs: without any item a request is blocked', () => {
    fc.assert(
      fc.property(someTraffic, (traffic) => {
        const { policy, covered } = policyOf(...traffic);
        if (policy === null) return;
        const passing = traffic.filter(({ id }) => covered.includes(id));
        for (const lesser of lesserPolicies(policy)) {
          const verdicts = passing.map((exchange) => diagnose(applyPolicy(exchange, lesser, TARGET)).verdict);
          expect(verdicts).toContain('blocked');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never allows null or any origin, method or header', () => {
    fc.assert(
      fc.property(someTraffic, (traffic) => {
        const { policy } = policyOf(...traffic);
        const named = [...(policy?.origins ?? []), ...(policy?.headers ?? [])];
        expect(named).not.toContain('*');
        expect(policy?.origins ?? []).not.toContain('null');
      }),
      { numRuns: 300 },
    );
  });
});

const someTraffic = fc
  .array(fc.oneof({ weight: 4, arbitrary: plausibleExchange }, { weight: 1, arbitrary: hostileExchange }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((exchanges) => exchanges.map((exchange, index): Exchange => ({ ...exchange, id: `x${index}` })));

/** A blocked exchange that passes once the answers of this server alone are changed. */
function isFixedByHeadersOfTarget(exchange: Exchange): boolean {
  const { fix } = diagnose(exchange);
  if (isEmptyFix(fix) || fix.requests.length > 0) return false;
  const taintings = taintingOfHops(exchange);
  return exchange.hops.every(({ url }, index) => taintings[index]?.cors !== true || originOf(url) === TARGET);
}

function lesserPolicies(policy: AllowListPolicy): readonly AllowListPolicy[] {
  const without = <T>(items: readonly T[]) => items.map((item) => items.filter((each) => each !== item));
  return [
    ...without(policy.origins).map((origins) => ({ ...policy, origins })),
    ...without(policy.methods).map((methods) => ({ ...policy, methods })),
    ...without(policy.headers).map((headers) => ({ ...policy, headers })),
    ...(policy.credentials ? [{ ...policy, credentials: false }] : []),
  ];
}
