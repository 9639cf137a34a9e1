import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGINES } from '../../../src/fetch/engines.ts';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { Exchange, Hop, Outcome } from '../../../src/model/exchange.ts';
import type { Header, HeaderList } from '../../../src/model/header-list.ts';
import { browserOpinions } from '../../../src/rules/browsers/index.ts';
import { answeredHop, exchange, failedWith, hop, PAGE, preflight, response } from './exchange-fixture.ts';

const headerName = fc.oneof(
  fc.constantFrom(
    'Access-Control-Allow-Origin',
    'access-control-allow-credentials',
    'Access-Control-Allow-Methods',
    'ACCESS-CONTROL-ALLOW-HEADERS',
    'Access-Control-Expose-Headers',
    'Access-Control-Request-Method',
    'Access-Control-Request-Headers',
    'Origin',
    'Cookie',
    'Location',
    'Sec-Fetch-Site',
    'Sec-Fetch-Storage-Access',
    'Content-Type',
    'Range',
    '__proto__',
    'constructor',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const headerValue = fc.oneof(
  fc.constantFrom(
    '*',
    PAGE,
    'null',
    '',
    'true',
    'PUT',
    'x-a, *',
    ',,',
    'http://',
    'bytes=0-',
    'cross-site',
    '\u00e9',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const headers: fc.Arbitrary<HeaderList> = fc.array(fc.tuple(headerName, headerValue), { maxLength: 12 });
const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    PAGE,
    `${PAGE}/x`,
    'https://api.example/',
    'ftp://a/',
    'data:,x',
    '',
    'https://u:p@a.example/',
    '%',
  ),
  fc.string({ unit: 'binary' }),
);
const answer = fc.record(
  {
    status: fc.oneof(fc.constantFrom(0, 200, 204, 302, 307, 404, 500), fc.integer()),
    headers,
    lines: fc.constantFrom('apart' as const, 'joined' as const),
    receivedAt: fc.constant(1),
  },
  { noNullPrototype: true },
);
const anyHop: fc.Arbitrary<Hop> = fc
  .tuple(
    url,
    fc.oneof(fc.constantFrom('GET', 'PUT', 'patch'), fc.string()),
    fc.option(headers),
    fc.option(answer),
    fc.option(fc.tuple(headers, fc.option(answer), fc.option(fc.string()))),
    fc.option(url),
  )
  .map(([at, method, request, answered, asked, redirectUrl]) => ({
    url: at,
    method,
    startedAt: 0,
    ...(request !== null && { request: { headers: request } }),
    ...(answered !== null && { response: answered }),
    ...(asked !== null && { preflight: preflight(asked[0], asked[1] ?? undefined, asked[2] ?? undefined) }),
    ...(redirectUrl !== null && { redirectUrl }),
  }));
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ state: 'pending' }),
  fc.constant<Outcome>({ state: 'completed', at: 1 }),
  fc
    .oneof(fc.constantFrom('net::ERR_FAILED', 'net::ERR_ABORTED', 'NS_ERROR_DOM_BAD_URI'), fc.string())
    .map(failedWith),
  fc
    .constantFrom(
      'navigation',
      'tab-closed',
      'timeout',
      'still-receiving',
      'service-worker',
      'no-access',
      'recorder-stopped',
    )
    .map((reason): Outcome => ({ state: 'closed', at: 1, reason })),
);
const anyExchange: fc.Arbitrary<Exchange> = fc
  .tuple(
    fc.array(anyHop, { minLength: 1, maxLength: 4 }),
    outcome,
    fc.constantFrom('chromium', 'firefox', 'webkit'),
    fc.oneof(fc.constantFrom(PAGE, 'null'), fc.string()),
    fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate', 'unknown'),
    fc.constantFrom('include', 'omit', 'unknown'),
    fc.option(fc.boolean()),
  )
  .map(([[first, ...rest], ended, engine, initiator, mode, credentials, readable]) =>
    exchange([first ?? hop(), ...rest], {
      engine,
      outcome: ended,
      initiator,
      mode:
        mode === 'unknown'
          ? { value: mode, reason: 'not-in-report' }
          : { value: mode, evidence: 'stated-in-report' },
      credentials:
        credentials === 'unknown'
          ? { value: credentials, reason: 'browser-does-not-tell' }
          : { value: credentials, evidence: 'stated-in-report' },
      ...(readable !== null && { readableByScript: readable }),
    }),
  );

describe('evaluate', () => {
  test('never throws, gives plain data, and agrees with itself', () => {
    fc.assert(
      fc.property(anyExchange, (each) => {
        const evaluation = evaluate(each);
        expect(evaluation.fault).toBe(evaluation.faults[0] ?? null);
        expect(evaluation.preflights).toHaveLength(each.hops.length);
        if (evaluation.verdict === 'blocked') expect(evaluation.fault).not.toBeNull();
        if (evaluation.verdict === 'allowed' || evaluation.verdict === 'opaque') {
          expect(evaluation.fault).toBeNull();
        }
        if (evaluation.readable !== null) {
          const { readable, conditional, hidden, conditions } = evaluation.readable;
          const all = each.hops.at(-1)?.response?.headers ?? [];
          expect(readable.length + conditional.length + hidden.length).toBe(all.length);
          expect(conditions.length > 0).toBe(conditional.length > 0);
        }
        expect(evaluate(each)).toEqual(evaluation);
        expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
        for (const profile of Object.values(ENGINES)) {
          const predicted = evaluate(each, profile);
          expect(predicted.engine).toBe(profile.engine);
          expect(predicted.fault).toBe(predicted.faults[0] ?? null);
        }
        expect(browserOpinions(each, evaluation)).toHaveLength(3);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('a response without Access-Control-Allow-Origin is never allowed', () => {
    const withoutOrigin = headers.map((list) =>
      list.filter(([name]) => name.toLowerCase() !== 'access-control-allow-origin'),
    );
    fc.assert(
      fc.property(withoutOrigin, fc.constantFrom('chromium' as const, 'firefox' as const), (list, engine) => {
        expect(evaluate(exchange([answeredHop(list)], { engine })).verdict).not.toBe('allowed');
      }),
    );
  });
});

describe('evaluate takes time in proportion to what it reads', () => {
  const long = 'a,'.repeat(500_000);
  const spaces = ' '.repeat(1_000_000);
  const many: Header[] = Array.from({ length: 10_000 }, (_, index) => [`X-Header-${index}`, 'value']);
  const manyAllow: Header[] = Array.from({ length: 10_000 }, (_, index) => [
    'Access-Control-Allow-Headers',
    `x-header-${index}`,
  ]);
  const asked = many.map(([name]) => name.toLowerCase()).join(',');
  const asks: HeaderList = [
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', asked],
  ];
  const hostile: readonly (readonly [string, Exchange])[] = [
    ['a value of 1 MB', exchange([answeredHop([['Access-Control-Allow-Origin', long]])])],
    ['1 MB of spaces', exchange([answeredHop([['Access-Control-Allow-Origin', `${spaces}x${spaces}`]])])],
    [
      '1 MB of exposed headers',
      exchange([
        answeredHop([
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Expose-Headers', long],
        ]),
      ]),
    ],
    ['10,000 headers', exchange([answeredHop(many, { request: { headers: many } })])],
    [
      '10,000 lines of one header',
      exchange([hop({ method: 'PUT', preflight: preflight(asks, response(204, manyAllow)) })]),
    ],
    [
      'a URL of 1 MB',
      exchange([
        hop({ url: `https://api.example/${long}`, response: response(302, [['Location', `//${long}`]]) }),
      ]),
    ],
    [
      '1 MB of control characters',
      exchange([answeredHop([['Access-Control-Allow-Origin', '\u0001'.repeat(1_000_000)]])]),
    ],
    [
      '1 MB of broken UTF-8',
      exchange([answeredHop([['Access-Control-Allow-Origin', '\u00e9'.repeat(1_000_000)]])], {
        engine: 'firefox',
      }),
    ],
  ];

  test.each(hostile)(
    '%s',
    (_, each) => {
      const started = performance.now();
      browserOpinions(each, evaluate(each));
      // Anything quadratic would take minutes.
      expect(performance.now() - started).toBeLessThan(4000);
    },
    60_000,
  );
});
