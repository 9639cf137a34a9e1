import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import { applyEdit, type ExchangeEdit, editableAnswers } from '../../../src/fixes/index.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { getHeaderLines, type HeaderList } from '../../../src/model/header-list.ts';
import { hostileExchange, plausibleExchange } from '../../rules/arbitrary-exchange.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';

const ORIGIN: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const ALLOW = { 'Access-Control-Allow-Origin': PAGE };
const JSON_TYPE = { 'Content-Type': 'application/json' };

interface EditCase {
  readonly name: string;
  readonly exchange: ExchangeDescription;
  readonly edit: ExchangeEdit;
  readonly verdict: string;
  /** The check that fails. */
  readonly fails?: string;
  /** What is asked for, hop by hop: `method url-path`, with what a preflight asks for in front. */
  readonly asks: readonly string[];
}

const PUT_ALLOWED: HeaderList = [...ORIGIN, ['Access-Control-Allow-Methods', 'PUT']];

const CASES: readonly EditCase[] = [
  {
    name: 'an answer with a header that it lacked',
    exchange: { response: {}, outcome: 'blocked' },
    edit: { answers: [{ hop: 0, on: 'response', status: 200, headers: ORIGIN }] },
    verdict: 'allowed',
    asks: ['GET /items'],
  },
  {
    name: 'an answer that names another origin',
    exchange: { response: { headers: ALLOW } },
    edit: {
      answers: [
        {
          hop: 0,
          on: 'response',
          status: 200,
          headers: [['Access-Control-Allow-Origin', 'https://a.example']],
        },
      ],
    },
    verdict: 'blocked',
    fails: 'allow-origin',
    asks: ['GET /items'],
  },
  {
    name: 'an answer that never came',
    exchange: { outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    edit: { answers: [{ hop: 0, on: 'response', status: 200, headers: ORIGIN }] },
    verdict: 'allowed',
    asks: ['GET /items'],
  },
  {
    name: 'a method that needs a preflight, which nobody has seen',
    exchange: { response: { headers: ALLOW } },
    edit: { method: 'PUT' },
    verdict: 'blocked',
    fails: 'preflight-allow-origin',
    asks: ['PUT [] then PUT /items'],
  },
  {
    name: 'the same with an answer to that preflight',
    exchange: { response: { headers: ALLOW } },
    edit: { method: 'PUT', answers: [{ hop: 0, on: 'preflight', status: 204, headers: PUT_ALLOWED }] },
    verdict: 'allowed',
    asks: ['PUT [] then PUT /items'],
  },
  {
    name: 'a header that needs a preflight',
    exchange: { response: { headers: ALLOW } },
    edit: {
      requestHeaders: [
        ['X-B', '1'],
        ['X-A', '1'],
        ['Accept', 'text/plain'],
      ],
    },
    verdict: 'blocked',
    fails: 'preflight-allow-origin',
    asks: ['GET [x-a,x-b] then GET /items'],
  },
  {
    name: 'a value that needs none any more',
    exchange: {
      method: 'POST',
      headers: JSON_TYPE,
      preflight: { status: 405 },
      response: { headers: ALLOW },
      outcome: 'blocked',
    },
    edit: { requestHeaders: [['Content-Type', 'text/plain']] },
    verdict: 'allowed',
    asks: ['POST /items'],
  },
  {
    name: 'a value that was never shown counts as it did',
    exchange: { method: 'PUT', headers: JSON_TYPE, preflight: { status: 405 } },
    edit: { method: 'POST', requestHeaders: [['content-type', '']] },
    verdict: 'blocked',
    fails: 'preflight-allow-origin',
    asks: ['POST [content-type] then POST /items'],
  },
  {
    name: 'another question to a server that has answered one',
    exchange: {
      method: 'PUT',
      preflight: { status: 204, headers: { ...ALLOW, 'Access-Control-Allow-Methods': 'PUT' } },
      response: { headers: ALLOW },
    },
    edit: { method: 'DELETE' },
    verdict: 'blocked',
    fails: 'preflight-method',
    asks: ['DELETE [] then DELETE /items'],
  },
  {
    name: 'an answer that the browser had kept stays, if the question is the same',
    exchange: { method: 'PUT', headers: { 'X-A': '1' }, response: { headers: ALLOW } },
    edit: { requestHeaders: [['X-A', '2']] },
    verdict: 'allowed',
    asks: ['PUT /items'],
  },
  {
    name: 'and not if it is another one',
    exchange: { method: 'PUT', headers: { 'X-A': '1' }, response: { headers: ALLOW } },
    edit: { requestHeaders: [['X-B', '1']] },
    verdict: 'blocked',
    fails: 'preflight-allow-origin',
    asks: ['PUT [x-b] then PUT /items'],
  },
  {
    name: 'an upload listener needs its preflight whatever is asked for',
    exchange: {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      preflight: { status: 204, asksForHeaders: [], headers: ALLOW },
      response: { headers: ALLOW },
    },
    edit: { requestHeaders: [] },
    verdict: 'allowed',
    asks: ['POST [] then POST /items'],
  },
  {
    name: 'credentials that the answer does not allow',
    exchange: { credentials: 'omit', response: { headers: { 'Access-Control-Allow-Origin': '*' } } },
    edit: { credentials: 'include' },
    verdict: 'blocked',
    fails: 'allow-origin',
    asks: ['GET /items'],
  },
  {
    name: 'no credentials where the answer allows everybody',
    exchange: {
      headers: { Cookie: 'a=b' },
      response: { headers: { 'Access-Control-Allow-Origin': '*' } },
      outcome: 'blocked',
    },
    edit: { credentials: 'same-origin' },
    verdict: 'allowed',
    asks: ['GET /items'],
  },
  {
    name: 'no redirect any more',
    exchange: {
      response: { status: 302 },
      redirects: [{ url: 'https://b.example/', sends: 'null', response: { headers: ALLOW } }],
      outcome: 'blocked',
    },
    edit: { answers: [{ hop: 0, on: 'response', status: 200, headers: ORIGIN }] },
    verdict: 'allowed',
    asks: ['GET /items'],
  },
  {
    name: 'a redirect that is not followed any more',
    exchange: {
      response: { status: 302, headers: ALLOW },
      redirects: [{ url: 'https://api.example.com/v2', response: { headers: ALLOW } }],
    },
    edit: {
      answers: [
        { hop: 0, on: 'response', status: 302, headers: [['Location', 'https://api.example.com/v2']] },
      ],
    },
    verdict: 'blocked',
    fails: 'allow-origin',
    asks: ['GET /items'],
  },
  {
    name: 'a redirect to another origin, where nobody was yet, and where the origin is null',
    exchange: { response: { headers: ALLOW } },
    edit: {
      answers: [
        { hop: 0, on: 'response', status: 307, headers: [...ORIGIN, ['Location', 'https://b.example/x']] },
        { hop: 1, on: 'response', status: 200, headers: ORIGIN },
      ],
    },
    verdict: 'blocked',
    fails: 'allow-origin',
    asks: ['GET /items', 'GET /x'],
  },
  {
    name: 'a POST that a redirect turns into a GET without its type',
    exchange: {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      response: { headers: ALLOW },
    },
    edit: {
      method: 'POST',
      requestHeaders: [['Content-Type', 'application/json']],
      answers: [
        {
          hop: 0,
          on: 'preflight',
          status: 204,
          headers: [...ORIGIN, ['Access-Control-Allow-Headers', 'content-type']],
        },
        { hop: 0, on: 'response', status: 302, headers: [...ORIGIN, ['Location', '/done']] },
        { hop: 1, on: 'response', status: 200, headers: ORIGIN },
      ],
    },
    verdict: 'allowed',
    asks: ['POST [content-type] then POST /items', 'GET /done'],
  },
  {
    name: 'a redirect that browsers do not follow',
    exchange: { response: { headers: ALLOW } },
    edit: {
      answers: [{ hop: 0, on: 'response', status: 302, headers: [...ORIGIN, ['Location', 'myapp://x']] }],
    },
    verdict: 'blocked',
    fails: 'redirect-location',
    asks: ['GET /items'],
  },
  {
    name: 'a no-cors request, whose response stays opaque',
    exchange: { mode: 'no-cors', type: 'image', sends: false, response: {} },
    edit: { answers: [{ hop: 0, on: 'response', status: 200, headers: ORIGIN }] },
    verdict: 'opaque',
    asks: ['GET /items'],
  },
];

describe.each(['chromium', 'firefox'] as const)('applyEdit in %s', (engine) => {
  it.each(CASES)('$name', ({ exchange, edit, verdict, fails, asks }) => {
    const edited = applyEdit(anExchange({ ...exchange, engine }), edit);
    const evaluation = evaluate(edited);
    expect(evaluation.verdict).toBe(verdict);
    expect(evaluation.fault?.check).toBe(fails);
    expect(asksOf(edited)).toEqual(asks);
  });
});

function asksOf({ hops }: Exchange): readonly string[] {
  return hops.map(({ url, method, preflight }) => {
    const request = `${method} ${new URL(url).pathname}`;
    if (preflight === undefined) return request;
    const { headers } = preflight.request;
    const asked = getHeaderLines(headers, 'access-control-request-headers').join();
    return `${getHeaderLines(headers, 'access-control-request-method').join()} [${asked}] then ${request}`;
  });
}

describe('applyEdit', () => {
  it('gives the exchange itself where nothing is edited', () => {
    const exchange = anExchange({ outcome: 'pending' });
    expect(applyEdit(exchange, {})).toBe(exchange);
    expect(applyEdit(exchange, { answers: [] })).toBe(exchange);
  });

  it('takes nothing that the browser did for evidence of what it would do', () => {
    const exchange = anExchange({
      engine: 'firefox',
      readableByScript: false,
      response: { headers: { 'Access-Control-Allow-Origin': '*' } },
    });
    expect(evaluate(exchange).credentials).toMatchObject({ value: 'include', by: 'not-readable' });
    const edited = applyEdit(exchange, {
      answers: [{ hop: 0, on: 'response', status: 200, headers: ORIGIN }],
    });
    expect(edited.readableByScript).toBeUndefined();
    expect(evaluate(edited)).toMatchObject({ verdict: 'blocked', credentials: { value: 'include' } });
  });

  it('leaves out the cookie where no credentials are included', () => {
    const exchange = anExchange({ headers: { Cookie: 'a=b' }, response: { headers: ALLOW } });
    const { hops } = applyEdit(exchange, { credentials: 'same-origin' });
    expect(getHeaderLines(hops[0].request?.headers ?? [], 'cookie')).toEqual([]);
  });

  it('never throws, never waits, and leaves alone what it was given', () => {
    fc.assert(
      fc.property(fc.oneof(plausibleExchange, hostileExchange), anEdit, (exchange, edit) => {
        const before = JSON.stringify(exchange);
        const edited = applyEdit(exchange, edit);
        expect(evaluate(edited).verdict).not.toBe(Object.keys(edit).length > 0 ? 'pending' : '');
        for (const { hop, on } of editableAnswers(exchange, edit)) {
          const { preflight, response } = edited.hops[hop] ?? exchange.hops[0];
          if (Object.keys(edit).length > 0) {
            expect((on === 'preflight' ? preflight?.response : response)?.status).toBeDefined();
          }
        }
        expect(JSON.stringify(exchange)).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'PUT',
    'POST',
    'GET',
    PAGE,
    '*',
    'X-A',
    'Content-Type',
    'text/plain',
    '/items',
    '',
    'Location',
  ),
);
const headers = fc.array(fc.tuple(text, text), { maxLength: 4 });

const anEdit: fc.Arbitrary<ExchangeEdit> = fc.record(
  {
    method: text,
    credentials: fc.constantFrom('include', 'same-origin'),
    requestHeaders: headers,
    answers: fc.array(
      fc.record({
        hop: fc.nat(3),
        on: fc.constantFrom('preflight', 'response'),
        status: fc.constantFrom(200, 204, 301, 302, 307, 404, 500),
        headers,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

describe('editableAnswers', () => {
  it.each([
    ['what a server gave', { response: {} }, {}, ['0 response recorded 200']],
    [
      'what it gave to another request',
      { response: {} },
      { requestHeaders: [['Accept', 'x']] },
      ['0 response other-request 200'],
    ],
    [
      'a preflight that was never sent',
      { response: {} },
      { method: 'PUT' },
      ['0 preflight assumed 204', '0 response other-request 200'],
    ],
    [
      'an answer behind a preflight that failed',
      { method: 'PUT', preflight: { status: 405 } },
      {},
      ['0 preflight recorded 405', '0 response assumed 200'],
    ],
    [
      'the answer to another preflight',
      { method: 'PUT', preflight: { status: 405 } },
      { method: 'DELETE' },
      ['0 preflight other-request 405', '0 response assumed 200'],
    ],
  ] as const)('tells %s', (_, more, edit, expected) => {
    const exchange = anExchange({ outcome: 'blocked', ...more });
    expect(
      editableAnswers(exchange, edit).map(({ hop, on, basis, status }) => `${hop} ${on} ${basis} ${status}`),
    ).toEqual(expected);
  });

  it('has none of where the CORS protocol does not apply', () => {
    const exchange = anExchange({
      url: `${PAGE}/go`,
      response: { status: 302 },
      redirects: [{ url: 'https://api.example.com/', sends: PAGE, response: {} }],
      outcome: 'blocked',
    });
    expect(editableAnswers(exchange, {}).map(({ hop }) => hop)).toEqual([1]);
  });
});
