import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/fetch/evaluate.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import type { Message } from '../../../../src/rules/diagnosis.ts';
import { diagnose, renderMessage } from '../../../../src/rules/index.ts';
import { explainCredentials } from '../../../../src/rules/proof/explain-credentials.ts';
import { explainStep } from '../../../../src/rules/proof/explain-step.ts';
import { explainVerdict } from '../../../../src/rules/proof/explain-verdict.ts';
import { PROOF } from '../../../../src/rules/proof/proof-message.ts';
import { PROOF_WORDS } from '../../../../src/rules/proof/proof-words.ts';
import { placeholdersOf, templateOf } from '../../../../src/rules/render-message.ts';
import { ALL_CASES } from '../../../rules/all-cases.ts';
import { hostileExchange, plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { API, anExchange, type ExchangeDescription, PAGE } from '../../../rules/exchange-builder.ts';

const RUNS = { numRuns: 1000 };
const TIME_LIMIT = 60_000;

describe('the proof', () => {
  it(
    'leads to the verdict: the first check that fails is the fault, and none fails on the way to a response',
    () => {
      fc.assert(
        fc.property(fc.oneof(plausibleExchange, hostileExchange), (exchange) => {
          const { steps, verdict, fault } = evaluate(exchange);
          const failed = steps.find(({ outcome, reached }) => outcome === 'fail' && reached);
          if (verdict === 'blocked' || verdict === 'failed') {
            expect(failed).toMatchObject({ check: fault?.check, hop: fault?.hop });
          }
          if (verdict === 'allowed' || verdict === 'opaque') expect(failed).toBeUndefined();
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );

  it(
    'begins with the origins of page and URL, and its steps stay together by hop',
    () => {
      fc.assert(
        fc.property(plausibleExchange, (exchange) => {
          const { steps } = evaluate(exchange);
          expect(steps[0]?.check).toBe('cross-origin');
          const hops = steps.map(({ hop }) => hop);
          expect(hops).toEqual(hops.toSorted((a, b) => a - b));
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );

  it(
    'gets to no step after the one that decided',
    () => {
      fc.assert(
        fc.property(plausibleExchange, (exchange) => {
          const { steps, verdict, branches } = evaluate(exchange);
          if (verdict !== 'blocked' || branches.length > 0) return;
          const end = steps.findIndex(({ outcome }) => outcome === 'fail');
          expect(steps.findLastIndex(({ reached }) => reached)).toBe(end);
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );
});

describe('the words of the proof', () => {
  it(
    'get all of their values, and no others',
    () => {
      fc.assert(
        fc.property(fc.oneof(plausibleExchange, hostileExchange), (exchange) => {
          for (const message of messagesOf(exchange)) {
            const template = templateOf(message);
            expect(template).toBe(PROOF_WORDS[message.key as keyof typeof PROOF_WORDS]);
            expect(new Set(Object.keys(message.data))).toEqual(placeholdersOf(template));
          }
        }),
        RUNS,
      );
    },
    TIME_LIMIT,
  );

  it('are all used', () => {
    const exchanges = [
      ...ALL_CASES.map(([, { exchange }]) => anExchange(exchange)),
      ...seldomExchanges(),
      ...fc.sample(plausibleExchange, 3000),
    ];
    const used = new Set(exchanges.flatMap(messagesOf).map(({ key }) => key));
    // Every check has a subject, also those that no engine has left open yet.
    const unused = Object.keys(PROOF_WORDS).filter((key) => !used.has(key) && !key.startsWith('subject-'));
    expect(unused).toEqual([]);
  });

  it.each(Object.entries(PROOF_WORDS))('%s has closed code spans and ends its sentence', (key, template) => {
    expect(template.split('`').length % 2).toBe(1);
    expect(template.replaceAll(/`[^`]*`/g, '…')).not.toMatch(/'|\.\.\.| {2}/);
    expect(template).toMatch(key.startsWith('subject-') ? /[^.:]$/ : /[.:]$/);
  });
});

describe('a step says what was compared with what', () => {
  it.each<{ name: string; exchange: ExchangeDescription; says: readonly string[] }>([
    {
      name: 'a preflight that names another origin',
      exchange: {
        method: 'PUT',
        preflight: { status: 204, headers: { 'Access-Control-Allow-Origin': `${PAGE}/` } },
      },
      says: [
        `The page’s origin is ${PAGE}, the URL’s is https://api.example.com: that is cross-origin.`,
        'The request’s mode is cors: its Sec-Fetch-Mode says so.',
        'The request needs a preflight. Its method, PUT, isn’t CORS-safelisted.',
        'The preflight was answered with status 204.',
        'The preflight’s answer, with status 204, doesn’t redirect.',
        `Access-Control-Allow-Origin of the preflight’s answer is ${PAGE}/; the preflight’s Origin is ${PAGE}: they differ.`,
        'Access-Control-Allow-Credentials of the preflight’s answer can’t be checked without the credentials mode, which the browser doesn’t show.',
        'The status of the preflight’s answer, 204, is a 2xx.',
        'The preflight’s answer has no Access-Control-Allow-Methods, which counts as an empty list.',
        'The preflight’s answer has no Access-Control-Allow-Headers, which counts as an empty list.',
        'The method, PUT, isn’t allowed: the preflight’s answer lists no methods.',
        'The preflight asks for no headers that would have to be listed.',
        'A response wasn’t seen.',
        'Access-Control-Allow-Origin of the response wasn’t seen.',
        'Access-Control-Allow-Credentials of the response wasn’t seen.',
      ],
    },
    {
      name: 'an origin that redirects have tainted',
      exchange: {
        response: { headers: { 'Access-Control-Allow-Origin': '*' } },
        redirects: [{ url: 'https://files.example.net/7', sends: 'null', response: {} }],
        outcome: 'blocked',
      },
      says: [
        `The page’s origin is ${PAGE}, the URL’s is https://files.example.net: that is cross-origin.`,
        'The request’s mode is cors: its Sec-Fetch-Mode says so.',
        'The redirect went from https://api.example.com to https://files.example.net, and https://api.example.com isn’t the page’s own origin: from here on, the request’s Origin is null.',
        'A preflight isn’t needed: the method and all headers are CORS-safelisted.',
        'The server answered with status 200.',
        'The response has no Access-Control-Allow-Origin; the request’s Origin is null.',
      ],
    },
    {
      name: 'a preflight with several reasons',
      exchange: {
        method: 'DELETE',
        headers: { 'Content-Type': 'application/json', 'X-A': '1', 'X-B': '2' },
        preflight: { headers: { 'Access-Control-Allow-Origin': PAGE } },
        response: {},
      },
      says: [
        'The request needs a preflight. Its method, DELETE, isn’t CORS-safelisted. Not among the CORS-safelisted headers: x-a, x-b. Not CORS-safelisted with its value: content-type.',
      ],
    },
    {
      name: 'nothing listens',
      exchange: { outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
      says: ['The browser got no usable response: net::ERR_CONNECTION_REFUSED.'],
    },
  ])('$name', ({ exchange: description, says }) => {
    const exchange = anExchange(description);
    const evaluation = evaluate(exchange);
    const texts = evaluation.steps.map((step) => textOf(explainStep(step, { exchange, evaluation })));
    expect(texts).toEqual(expect.arrayContaining([...says]));
    const places = says.map((text) => texts.lastIndexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

const wildcard = { headers: { 'Access-Control-Allow-Origin': '*' } };
const crossSite = { Origin: PAGE, 'Sec-Fetch-Site': 'cross-site' };

/** What makes the credentials mode known, and what the proof says of it. */
const CREDENTIALS: readonly (readonly [string, ExchangeDescription, RegExp])[] = [
  [
    'a cookie',
    { headers: { Cookie: 'a=b' }, response: wildcard, outcome: 'blocked' },
    /^Credentials are included: a Cookie was sent\.$/,
  ],
  [
    'a header that goes with them',
    {
      headers: { ...crossSite, 'Sec-Fetch-Storage-Access': 'none' },
      response: wildcard,
      outcome: 'blocked',
    },
    /the browser sent Sec-Fetch-Storage-Access/,
  ],
  ['its absence', { headers: crossSite, response: wildcard }, /aren’t included: this browser adds/],
  [
    'a refusal',
    { response: wildcard, outcome: 'blocked' },
    /the response was blocked, and only the rules about credentials/,
  ],
  [
    'Resource Timing alone',
    { engine: 'firefox', response: wildcard, readableByScript: false },
    /probably included: the page’s Resource Timing/,
  ],
  ['success', { response: wildcard }, /aren’t included: with them a check would have failed/],
  [
    'nothing',
    { engine: 'firefox', response: wildcard },
    /doesn’t show whether credentials are included, and the answer depends on that/,
  ],
  [
    'nothing, and it is all the same',
    { response: {}, outcome: 'blocked' },
    /included, but the answer is the same/,
  ],
  [
    'nothing, and only headers hang on it',
    {
      response: {
        headers: {
          'Access-Control-Allow-Origin': PAGE,
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Expose-Headers': '*',
          ETag: '1',
        },
      },
    },
    /either way, but with them fewer of its headers/,
  ],
  [
    'a network failure',
    { response: wildcard, outcome: { error: 'net::ERR_ABORTED' } },
    /the request failed for another reason/,
  ],
];

describe('what script can read of the headers', () => {
  const exposing = (value: string) => ({
    response: {
      headers: {
        'Access-Control-Allow-Origin': PAGE,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': value,
      },
    },
  });

  it.each<[string, ExchangeDescription, string]>([
    ['a list', exposing('x-a, x-b'), 'what Access-Control-Expose-Headers lists: x-a, x-b.'],
    ['*', exposing('*'), 'if no credentials are included: only then the * of'],
    ['* without credentials', { ...exposing('*'), credentials: 'omit' }, 'has a *, and no credentials'],
    ['* with credentials', { ...exposing('*'), credentials: 'include' }, 'lists: *.'],
    ['no list', exposing('*, a b'), 'because of a b: script can read only'],
    ['no list in Firefox', { ...exposing('*, a b'), engine: 'firefox' }, 'its * stands before that: in this'],
    [
      'no list in Firefox',
      { ...exposing('a b, *'), engine: 'firefox' },
      'because of a b: script can read only',
    ],
  ])('hangs on %s', (_name, description, says) => {
    const exchange = anExchange(description);
    const evaluation = evaluate(exchange);
    const step = evaluation.steps.find(({ check }) => check === 'exposed-headers');
    expect(step && textOf(explainStep(step, { exchange, evaluation }))).toContain(says);
  });
});

describe('the credentials mode', () => {
  it.each(CREDENTIALS)('is known by %s', (_name, description, says) => {
    const message = explainCredentials(evaluate(anExchange(description)));
    expect(message === null ? '' : renderMessage(message)).toMatch(says);
  });

  it('is nobody’s question where CORS doesn’t apply', () => {
    expect(explainCredentials(evaluate(anExchange({ url: `${PAGE}/x`, response: {} })))).toBeNull();
    expect(explainCredentials(evaluate(anExchange({ mode: 'no-cors', response: {} })))).toBeNull();
  });
});

/** What recorders see once in a blue moon. */
function seldomExchanges(): readonly Exchange[] {
  const language = (length: number): ExchangeDescription => ({
    headers: { 'Content-Language': 'e'.repeat(length) },
    preflight: { asksForHeaders: ['content-language'] },
    response: {},
    outcome: 'blocked',
  });
  const [first, second] = [language(200), language(2)].map(anExchange);
  const unshown = anExchange({ outcome: { error: 'net::ERR_CONNECTION_REFUSED' } });
  const { request: _, ...hop } = unshown.hops[0];
  return [
    ...[first, second].filter((exchange) => exchange !== undefined),
    { ...unshown, hops: [hop] },
    anExchange({ mode: 'navigate', response: {} }),
    anExchange({ mode: 'same-origin', response: {} }),
    { ...anExchange({ response: {} }), mode: { value: 'cors', evidence: 'stated-in-report' } },
    anExchange({
      url: 'http://api.example.com/',
      response: { status: 0 },
      redirects: [{ url: API, response: {} }],
    }),
    {
      ...anExchange({ response: {}, outcome: 'blocked' }),
      credentials: { value: 'include', evidence: 'stated-in-report' },
    },
    ...CREDENTIALS.map(([, description]) => anExchange(description)),
  ];
}

function messagesOf(exchange: Exchange): readonly Message[] {
  const diagnosis = diagnose(exchange);
  const { evaluation } = diagnosis;
  const credentials = explainCredentials(evaluation);
  return [
    ...evaluation.steps.flatMap((step) => explainStep(step, { exchange, evaluation })),
    ...(credentials === null ? [] : [credentials]),
    ...explainVerdict(diagnosis),
  ].filter(({ rule }) => rule === PROOF);
}

function textOf(messages: readonly Message[]): string {
  return messages.map((message) => renderMessage(message)).join(' ');
}
