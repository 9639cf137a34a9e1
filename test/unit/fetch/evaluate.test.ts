import { describe, expect, test } from 'vitest';
import { FIREFOX, WEBKIT } from '../../../src/fetch/engines.ts';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import type { HeaderList } from '../../../src/model/header-list.ts';
import {
  API,
  answeredHop,
  completed,
  exchange,
  failedWith,
  hop,
  PAGE,
  preflight,
  response,
} from './exchange-fixture.ts';

const unknownCredentials = { credentials: { value: 'unknown', reason: 'browser-does-not-tell' } } as const;
const allowed: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const asksPut: HeaderList = [
  ['Origin', PAGE],
  ['Access-Control-Request-Method', 'PUT'],
];

function verdictOf(each: Exchange): readonly [string, string | undefined] {
  const { verdict, fault } = evaluate(each);
  const detail = fault !== null && 'problem' in fault ? `${fault.check}: ${fault.problem}` : fault?.check;
  return [verdict, detail];
}

describe('what Chromium reports, read', () => {
  const put = { method: 'PUT' } as const;
  const cases: readonly (readonly [string, Exchange, string, string | undefined])[] = [
    ['allowed', exchange([answeredHop(allowed)]), 'allowed', undefined],
    [
      'blocked',
      exchange([answeredHop([])], { outcome: failedWith('net::ERR_FAILED') }),
      'blocked',
      'allow-origin: missing',
    ],
    ['still running', exchange([hop()], { outcome: { state: 'pending' } }), 'pending', undefined],
    [
      'same-origin, no CORS headers needed',
      exchange([hop({ url: `${PAGE}/x`, response: response(500) })]),
      'allowed',
      undefined,
    ],
    [
      'no-cors',
      exchange([answeredHop([])], { mode: { value: 'no-cors', evidence: 'sec-fetch-mode' } }),
      'opaque',
      undefined,
    ],
    [
      'no-cors, blocked by ORB',
      exchange([answeredHop([])], {
        mode: { value: 'no-cors', evidence: 'sec-fetch-mode' },
        outcome: failedWith('net::ERR_BLOCKED_BY_ORB'),
      }),
      'failed',
      'answered: blocked-by-orb',
    ],
    [
      'nothing listens',
      exchange([hop({ request: { headers: [] } })], { outcome: failedWith('net::ERR_CONNECTION_REFUSED') }),
      'failed',
      'answered: connection-refused',
    ],
    [
      'nothing listens, asked by a preflight: its own error is the general one',
      exchange([hop({ ...put, preflight: preflight(asksPut, undefined, 'net::ERR_FAILED') })], {
        outcome: failedWith('net::ERR_CONNECTION_REFUSED'),
      }),
      'failed',
      'preflight-answered: connection-refused',
    ],
    [
      'a preflight without answer and the general error: local network access',
      exchange([hop({ ...put, preflight: preflight(asksPut, undefined, 'net::ERR_FAILED') })], {
        outcome: failedWith('net::ERR_FAILED'),
      }),
      'failed',
      'preflight-answered: local-network-access',
    ],
    [
      'sent, unanswered, the general error: local network access',
      exchange([hop({ request: { headers: [] } })], { outcome: failedWith('net::ERR_FAILED') }),
      'failed',
      'answered: local-network-access',
    ],
    [
      'the general error and no message at all',
      exchange([hop(put)], { outcome: failedWith('net::ERR_FAILED') }),
      'failed',
      'answered: other',
    ],
    [
      'aborted while its preflight ran',
      exchange([hop({ ...put, preflight: preflight(asksPut) })], { outcome: failedWith('net::ERR_ABORTED') }),
      'failed',
      'preflight-answered: aborted',
    ],
    [
      'redirected, not followed',
      exchange([answeredHop(allowed, { response: response(302, [...allowed, ['Location', '/x']]) })], {
        outcome: failedWith('net::ERR_ABORTED'),
      }),
      'failed',
      'answered: redirect-refused',
    ],
    [
      'redirected to another scheme',
      exchange(
        [
          answeredHop(allowed, {
            response: response(302, [...allowed, ['Location', 'ftp://files.example/x']]),
            redirectUrl: 'ftp://files.example/x',
          }),
          hop({ url: 'ftp://files.example/x' }),
        ],
        { outcome: failedWith('net::ERR_FAILED') },
      ),
      'blocked',
      'redirect-location: scheme',
    ],
    [
      'redirected to data:',
      exchange([answeredHop(allowed, { response: response(302, [...allowed, ['Location', 'data:,x']]) })], {
        outcome: failedWith('net::ERR_UNSAFE_REDIRECT'),
      }),
      'failed',
      'answered: scheme',
    ],
    [
      'redirected to a URL with a password',
      exchange(
        [
          answeredHop(allowed, {
            response: response(302, [...allowed, ['Location', 'https://u:p@b.example/']]),
          }),
        ],
        { outcome: failedWith('net::ERR_FAILED') },
      ),
      'blocked',
      'redirect-location: credentials-in-url',
    ],
    [
      'closed by navigation',
      exchange([hop()], { outcome: { state: 'closed', at: 1, reason: 'navigation' } }),
      'failed',
      'answered: aborted',
    ],
    [
      'never ended',
      exchange([hop()], { outcome: { state: 'closed', at: 1, reason: 'timeout' } }),
      'failed',
      'answered: closed-unseen',
    ],
    [
      'answered by a service worker',
      exchange([hop()], { outcome: { state: 'closed', at: 1, reason: 'service-worker' } }),
      'unknown',
      undefined,
    ],
    [
      'messages say blocked, the browser says success',
      exchange([answeredHop([])], { outcome: completed }),
      'unknown',
      undefined,
    ],
  ];

  test.each(cases)('%s', (_, each, verdict, detail) => {
    expect(verdictOf(each)).toEqual([verdict, detail]);
  });
});

describe('faults', () => {
  test('lists all that would fail in the order of Chromium: origin before status', () => {
    const each = exchange([hop({ method: 'PUT', preflight: preflight(asksPut, response(404)) })], {
      outcome: failedWith('net::ERR_FAILED'),
    });
    const { faults, fault, steps } = evaluate(each);
    expect(faults.map(({ check }) => check)).toEqual([
      'preflight-allow-origin',
      'preflight-status',
      'preflight-method',
    ]);
    expect(fault).toBe(faults[0]);
    expect(steps.find(({ check }) => check === 'preflight-status')).toMatchObject({
      outcome: 'fail',
      reached: false,
    });
  });

  test('WebKit looks at the status first', () => {
    const each = exchange([hop({ method: 'PUT', preflight: preflight(asksPut, response(404)) })], {
      outcome: failedWith('net::ERR_FAILED'),
    });
    expect(evaluate(each, WEBKIT).fault?.check).toBe('preflight-status');
  });

  test('names each header that is missing', () => {
    const asks: HeaderList = [...asksPut, ['Access-Control-Request-Headers', 'content-type,x-a']];
    const each = exchange([hop({ method: 'PUT', preflight: preflight(asks, response(204, allowed)) })], {
      outcome: failedWith('net::ERR_FAILED'),
    });
    expect(evaluate(each).faults.at(-1)).toMatchObject({ missing: ['content-type', 'x-a'] });
  });
});

describe('redirects', () => {
  const other = 'https://other.example/x';
  const toOther = response(302, [...allowed, ['Location', other]]);

  test('compares with the Origin that the hop itself sent', () => {
    const last = hop({
      url: other,
      request: { headers: [['Origin', 'null']] },
      response: response(200, allowed),
    });
    const each = exchange([answeredHop([], { response: toOther, redirectUrl: other }), last], {
      outcome: failedWith('net::ERR_FAILED'),
    });
    expect(evaluate(each).fault).toMatchObject({
      check: 'allow-origin',
      hop: 1,
      origin: 'null',
      problem: 'mismatch',
    });
  });

  test('a preflight after taint asks with null in Chromium, with the page in Firefox', () => {
    const asks: HeaderList = [['Access-Control-Request-Method', 'PUT']];
    const last = hop({
      url: other,
      method: 'PUT',
      preflight: preflight(asks, response(204, [...allowed, ['Access-Control-Allow-Methods', 'PUT']])),
    });
    const first = answeredHop([], {
      method: 'PUT',
      response: toOther,
      redirectUrl: other,
      preflight: preflight(asksPut, response(204, [...allowed, ['Access-Control-Allow-Methods', 'PUT']])),
    });
    const each = exchange([first, last], { outcome: failedWith('net::ERR_FAILED') });
    expect(evaluate(each).fault).toMatchObject({ check: 'preflight-allow-origin', origin: 'null' });
    expect(evaluate(each, FIREFOX)).toMatchObject({ verdict: 'unknown', faults: [] });
  });

  test('a response of the page’s own origin is still checked after another origin', () => {
    const home = `${PAGE}/back`;
    const first = answeredHop([], {
      response: response(302, [...allowed, ['Location', home]]),
      redirectUrl: home,
    });
    const last = hop({ url: home, request: { headers: [['Origin', 'null']] }, response: response(200) });
    const each = exchange([first, last], { outcome: failedWith('net::ERR_FAILED') });
    expect(evaluate(each).fault).toMatchObject({ check: 'allow-origin', hop: 1, problem: 'missing' });
  });
});

describe('credentials', () => {
  const wildcard: HeaderList = [['Access-Control-Allow-Origin', '*']];
  const crossSite: HeaderList = [
    ['Origin', PAGE],
    ['Sec-Fetch-Site', 'cross-site'],
  ];

  test.each([
    ['Cookie', '…'],
    ['Sec-Fetch-Storage-Access', 'none'],
  ])('%s proves that they were included', (name, value) => {
    const sent = hop({
      request: { headers: [...crossSite, [name, value]] },
      response: response(200, wildcard),
    });
    const each = exchange([sent], { ...unknownCredentials, outcome: failedWith('net::ERR_FAILED') });
    expect(evaluate(each)).toMatchObject({
      verdict: 'blocked',
      credentials: { value: 'include', how: 'proven' },
      fault: { problem: 'wildcard-with-credentials' },
    });
  });

  test('a cross-site request without Sec-Fetch-Storage-Access did not include them', () => {
    const sent = hop({ request: { headers: crossSite }, response: response(200, wildcard) });
    expect(evaluate(exchange([sent], unknownCredentials))).toMatchObject({
      verdict: 'allowed',
      credentials: { value: 'same-origin', how: 'proven' },
    });
  });

  test.each([
    [completed, 'allowed', 'same-origin'],
    [failedWith('net::ERR_FAILED'), 'blocked', 'include'],
  ] as const)('otherwise what Chromium did decides: %j', (outcome, verdict, value) => {
    const each = exchange([answeredHop(wildcard)], { ...unknownCredentials, outcome });
    expect(evaluate(each)).toMatchObject({ verdict, credentials: { value, how: 'inferred-from-outcome' } });
  });

  test('in Firefox a completed request decides nothing, Resource Timing does', () => {
    const base = { ...unknownCredentials, engine: 'firefox' } as const;
    const open = evaluate(exchange([answeredHop(wildcard)], base));
    expect(open).toMatchObject({ verdict: 'unknown', fault: null, credentials: { matters: true } });
    expect(open.branches).toMatchObject([
      { if: 'credentials-include', verdict: 'blocked' },
      { if: 'credentials-not-include', verdict: 'allowed' },
    ]);
    expect(evaluate(exchange([answeredHop(wildcard)], { ...base, readableByScript: true })).verdict).toBe(
      'allowed',
    );
    expect(evaluate(exchange([answeredHop(wildcard)], { ...base, readableByScript: false })).verdict).toBe(
      'blocked',
    );
  });

  test('what fails either way is blocked, though its reason stays open', () => {
    const asked = preflight(asksPut, response(204, wildcard));
    const each = exchange([hop({ method: 'PUT', preflight: asked })], {
      ...unknownCredentials,
      outcome: failedWith('net::ERR_FAILED'),
    });
    const { verdict, credentials, branches } = evaluate(each);
    expect([verdict, credentials]).toEqual(['blocked', { value: 'unknown', matters: true }]);
    expect(branches.map(({ fault }) => fault?.check)).toEqual(['preflight-allow-origin', 'preflight-method']);
  });
});

describe('preflights', () => {
  test('says what made one necessary', () => {
    const asks: HeaderList = [
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', 'accept,x-a'],
    ];
    const each = exchange([hop({ method: 'POST', preflight: preflight(asks, response(204)) })]);
    expect(evaluate(each).preflights).toEqual([
      {
        needed: 'yes',
        seen: 'yes',
        because: [
          { why: 'header', name: 'accept', detail: 'value' },
          { why: 'header', name: 'x-a', detail: 'name' },
        ],
      },
    ]);
  });

  test('one that was needed and not seen was cached if the request went through', () => {
    expect(evaluate(exchange([answeredHop(allowed, { method: 'PUT' })])).preflights).toEqual([
      { needed: 'yes', seen: 'cached', because: [{ why: 'method', method: 'PUT' }] },
    ]);
  });

  test('what browsers add themselves causes none', () => {
    const headers: HeaderList = [
      ['Origin', PAGE],
      ['User-Agent', 'x'],
      ['sec-ch-ua', 'x'],
      ['If-None-Match', '"1"'],
      ['Accept', 'a(b'],
    ];
    const sent = hop({ request: { headers }, response: response(200, allowed) });
    expect(evaluate(exchange([sent])).preflights).toEqual([{ needed: 'no' }]);
  });
});

test('an answer of the wrong pairing or of a lost recorder is not taken for CORS', () => {
  const each = exchange([hop({ url: API, method: 'PUT' })], {
    outcome: { state: 'closed', at: 1, reason: 'recorder-stopped' },
  });
  expect(evaluate(each)).toMatchObject({ verdict: 'unknown', fault: null });
});
