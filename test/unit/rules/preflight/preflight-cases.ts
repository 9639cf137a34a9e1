import type { PreflightExplanation } from '../../../../src/rules/diagnosis.ts';
import type { PreflightKey } from '../../../../src/rules/preflight/preflight-words.ts';
import type { ExchangeDescription, PreflightAnswer } from '../../../rules/exchange-builder.ts';
import { allowing, PAGE, STARTED_AT } from '../../../rules/rule-case.ts';

/** An exchange, and what must be said about the preflight of its last hop. */
export interface PreflightCase {
  readonly name: string;
  readonly exchange: ExchangeDescription;
  /** Earlier exchanges with the same server. */
  readonly history?: readonly ExchangeDescription[];
  readonly state: PreflightExplanation['state'];
  readonly summary: PreflightKey;
  /** The reasons, rendered. */
  readonly why?: readonly string[];
  /** Keys of what would avoid them. */
  readonly avoid?: readonly PreflightKey[];
  readonly caching?: readonly PreflightKey[];
  /** Ids of the exchanges whose preflights are named, each with how long after `STARTED_AT` it counts, in seconds. */
  readonly kept?: readonly (readonly [id: string, untilSeconds: number])[];
}

const ALLOWS = allowing(PAGE, {
  'Access-Control-Allow-Methods': 'PUT, DELETE',
  'Access-Control-Allow-Headers': 'content-type, x-a, authorization',
});

function withMaxAge(value: string, more: Readonly<Record<string, string>> = {}): PreflightAnswer {
  return { status: 204, headers: { ...ALLOWS, 'Access-Control-Max-Age': value, ...more } };
}

const OK = { headers: allowing(PAGE) };
const PASSED = { status: 204, headers: ALLOWS };
const PUT: ExchangeDescription = { id: 'first', method: 'PUT', preflight: withMaxAge('600'), response: OK };
const STARTED_LATER: ExchangeDescription = { method: 'PUT', startedAt: STARTED_AT + 10_000 };
const LATER: ExchangeDescription = { ...STARTED_LATER, response: OK };
const NO_PREFLIGHT = { state: 'not-needed', summary: 'not-needed' } as const;
/** When the answers of the builder's preflights come, in seconds. */
const RECEIVED = 0.08;

function sent(
  name: string,
  exchange: ExchangeDescription,
  because: Pick<PreflightCase, 'why' | 'avoid' | 'caching'> & Partial<Pick<PreflightCase, 'summary'>>,
): PreflightCase {
  const described = { preflight: PASSED, response: OK, ...exchange };
  return { name, exchange: described, state: 'sent', summary: 'sent', caching: ['cache-none'], ...because };
}

const BECAUSE_PUT = {
  why: ['PUT isn’t a CORS-safelisted method; those are GET, HEAD and POST.'],
  avoid: ['avoid-method'],
} as const;

export const PREFLIGHT_CASES: readonly PreflightCase[] = [
  sent('a method', { method: 'PUT' }, BECAUSE_PUT),
  sent(
    'headers of its own, told together',
    { headers: { 'X-A': '1', 'X-B': '2' } },
    { why: ['Beyond the CORS-safelisted headers: x-a, x-b.'], avoid: ['avoid-header'] },
  ),
  sent(
    'a token',
    { headers: { Authorization: '[masked: Bearer, 40 characters]' } },
    {
      why: ['Authorization isn’t CORS-safelisted, so each URL that takes a token needs a preflight.'],
      avoid: ['avoid-authorization'],
    },
  ),
  sent(
    'a library’s header',
    { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    {
      why: ['Beyond the CORS-safelisted headers, and added by a library or on old advice: x-requested-with.'],
      avoid: ['avoid-library'],
    },
  ),
  sent(
    'a tracing header',
    { headers: { traceparent: '00-1-2-01' } },
    {
      why: ['Beyond the CORS-safelisted headers, and added by a monitoring or client library: traceparent.'],
      avoid: ['avoid-tracing'],
    },
  ),
  sent(
    'a response header',
    { headers: { 'Access-Control-Allow-Origin': '*' } },
    {
      why: [
        'Beyond the CORS-safelisted headers, and meant for the server’s response: access-control-allow-origin.',
      ],
      avoid: ['avoid-response-header'],
    },
  ),
  sent(
    'JSON',
    { method: 'POST', headers: { 'Content-Type': 'application/json' } },
    {
      why: ['Content-Type: application/json isn’t one that a plain form can send.'],
      avoid: ['avoid-content-type'],
    },
  ),
  sent(
    'a type without a body',
    { headers: { 'Content-Type': 'application/json' } },
    {
      why: ['Content-Type: application/json isn’t one that a plain form can send.'],
      avoid: ['avoid-content-type-without-body'],
    },
  ),
  {
    name: 'JSON, which Chromium doesn’t show once its preflight has failed',
    exchange: { method: 'POST', headers: { 'Content-Type': 'application/json' }, preflight: { status: 404 } },
    state: 'sent',
    summary: 'sent',
    why: ['The Content-Type isn’t one that a plain form can send.'],
    avoid: ['avoid-content-type'],
    caching: ['cache-none'],
  },
  sent(
    'a range from the end',
    { headers: { Range: 'bytes=-5' }, preflight: { ...PASSED, asksForHeaders: ['range'] } },
    {
      why: ['Range: bytes=-5 isn’t CORS-safelisted; one range with a start is, such as bytes=0-99.'],
      avoid: ['avoid-range'],
    },
  ),
  sent(
    'a byte that isn’t safelisted',
    { headers: { Accept: '"json"' }, preflight: { ...PASSED, asksForHeaders: ['accept'] } },
    { why: ['The value has characters that aren’t CORS-safelisted: accept.'], avoid: ['avoid-value'] },
  ),
  sent(
    'values that are too long',
    {
      headers: { Accept: 'a'.repeat(129), 'Content-Language': 'b'.repeat(130) },
      preflight: { ...PASSED, asksForHeaders: ['accept', 'content-language'] },
    },
    {
      why: [
        'The value of accept has 129 bytes; up to 128 are CORS-safelisted.',
        'The value of content-language has 130 bytes; up to 128 are CORS-safelisted.',
      ],
      avoid: ['avoid-too-long', 'avoid-too-long'],
    },
  ),
  sent(
    'values that are too long together',
    {
      headers: Array.from({ length: 9 }, () => ['Accept', 'a'.repeat(120)] as const),
      preflight: { ...PASSED, asksForHeaders: ['accept'] },
    },
    {
      why: ['Together, the CORS-safelisted values have more than 1024 bytes: accept.'],
      avoid: ['avoid-total-too-long'],
    },
  ),
  sent(
    'an upload listener',
    { method: 'POST' },
    {
      why: [
        'Neither the method nor a header explains it: the page listens to the progress of its upload (xhr.upload), or sends a stream as body.',
      ],
      avoid: ['avoid-upload-listener-or-stream'],
      summary: 'sent-upload',
    },
  ),
  {
    name: 'what the redirect dropped, in Firefox',
    exchange: {
      engine: 'firefox',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      preflight: PASSED,
      response: { status: 303, headers: allowing(PAGE) },
      redirects: [
        {
          url: 'https://api.example.com/done',
          method: 'GET',
          headers: {},
          preflight: { ...PASSED, asksForHeaders: [] },
          response: OK,
        },
      ],
    },
    state: 'sent',
    summary: 'sent-after-redirect',
    why: ['The Content-Type isn’t one that a plain form can send.'],
    avoid: ['avoid-content-type-without-body'],
    caching: ['cache-none'],
  },

  sent('Max-Age', { ...PUT }, { ...BECAUSE_PUT, caching: ['cache-set'] }),
  sent('Max-Age 0', { ...PUT, preflight: withMaxAge('0') }, { ...BECAUSE_PUT, caching: ['cache-off'] }),
  sent(
    'Max-Age in words',
    { ...PUT, preflight: withMaxAge('10m') },
    { ...BECAUSE_PUT, caching: ['cache-malformed'] },
  ),
  sent(
    '`*` for methods',
    { ...PUT, preflight: withMaxAge('600', { 'Access-Control-Allow-Methods': '*' }) },
    { ...BECAUSE_PUT, caching: ['cache-set', 'cache-wildcard'] },
  ),
  sent(
    '`*` beside the method',
    { ...PUT, preflight: withMaxAge('600', { 'Access-Control-Allow-Methods': '*, PUT' }) },
    { ...BECAUSE_PUT, caching: ['cache-set'] },
  ),
  sent(
    '`*` for a token',
    {
      headers: { Authorization: '[masked: Bearer, 40 characters]' },
      preflight: withMaxAge('600', { 'Access-Control-Allow-Headers': '*' }),
    },
    {
      why: ['Authorization isn’t CORS-safelisted, so each URL that takes a token needs a preflight.'],
      avoid: ['avoid-authorization'],
      caching: ['cache-set', 'cache-wildcard-authorization'],
    },
  ),
  sent(
    'a URL too long for Chromium',
    { ...PUT, url: `https://api.example.com/${'x'.repeat(1000)}` },
    { ...BECAUSE_PUT, caching: ['cache-long-url'] },
  ),

  { name: 'a simple request', exchange: { response: OK }, ...NO_PREFLIGHT },
  {
    name: 'a simple GET to a URL with an answer',
    exchange: { ...LATER, method: 'GET' },
    history: [PUT],
    ...NO_PREFLIGHT,
  },
  { name: 'a simple POST', exchange: { ...LATER, method: 'POST' }, ...NO_PREFLIGHT },
  {
    name: 'a POST that may have an upload listener',
    exchange: { ...LATER, method: 'POST' },
    history: [{ ...PUT, method: 'POST' }],
    state: 'not-needed',
    summary: 'not-needed-unless-upload',
  },
  {
    name: 'an answer that was kept',
    exchange: LATER,
    history: [PUT],
    state: 'kept',
    summary: 'kept',
    why: BECAUSE_PUT.why,
    avoid: BECAUSE_PUT.avoid,
    kept: [['first', 600 + RECEIVED]],
  },
  {
    name: 'answers of two preflights, in Firefox',
    exchange: {
      engine: 'firefox',
      method: 'PUT',
      headers: { 'X-A': '1' },
      response: OK,
      startedAt: STARTED_AT + 10_000,
    },
    history: [
      { ...PUT, engine: 'firefox', preflight: withMaxAge('60', { 'Access-Control-Allow-Headers': '' }) },
      {
        id: 'second',
        engine: 'firefox',
        headers: { 'X-A': '1' },
        preflight: withMaxAge('30', { 'Access-Control-Allow-Methods': '' }),
        response: OK,
        startedAt: STARTED_AT + 1_000,
      },
    ],
    state: 'kept',
    summary: 'kept',
    why: [...BECAUSE_PUT.why, 'Beyond the CORS-safelisted headers: x-a.'],
    avoid: [...BECAUSE_PUT.avoid, 'avoid-header'],
    kept: [
      ['first', 60 + RECEIVED],
      ['second', 31 + RECEIVED],
    ],
  },
  ...(
    [
      ['nothing recorded', []],
      ['an answer that has expired', [{ ...PUT, preflight: withMaxAge('9') }]],
      ['an answer for another URL', [{ ...PUT, url: 'https://api.example.com/items?page=2' }]],
      ['an answer for another page', [{ ...PUT, page: 'https://other.example/' }]],
      [
        'an answer for another method',
        [{ ...PUT, preflight: withMaxAge('600', { 'Access-Control-Allow-Methods': '' }) }],
      ],
      ['a preflight that failed', [{ ...PUT, preflight: { status: 404 }, response: {}, outcome: 'blocked' }]],
      ['a later preflight', [{ ...PUT, startedAt: STARTED_AT + 20_000 }]],
      ['another browser’s', [{ ...PUT, engine: 'firefox' }]],
    ] as const satisfies readonly (readonly [string, readonly ExchangeDescription[]])[]
  ).map(
    ([what, history]): PreflightCase => ({
      name: `a request that went through, and ${what}`,
      exchange: LATER,
      history,
      state: 'kept',
      summary: 'kept-unrecorded',
      ...BECAUSE_PUT,
    }),
  ),
  {
    name: 'a token without a preflight',
    exchange: { headers: { Authorization: '[masked: Bearer, 40 characters]' }, response: OK },
    state: 'kept',
    summary: 'kept-unrecorded',
    why: ['Authorization isn’t CORS-safelisted, so each URL that takes a token needs a preflight.'],
    avoid: ['avoid-authorization'],
  },
  {
    name: 'a preflight although an answer was kept',
    exchange: { ...LATER, preflight: withMaxAge('600') },
    history: [PUT],
    state: 'sent',
    summary: 'sent-although-kept',
    ...BECAUSE_PUT,
    caching: ['cache-set'],
  },
  {
    name: 'a failure with an answer that was kept',
    exchange: { ...STARTED_LATER, outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    history: [PUT],
    state: 'kept',
    summary: 'kept',
    ...BECAUSE_PUT,
    kept: [['first', 600 + RECEIVED]],
  },
  {
    name: 'a failure before any preflight',
    exchange: { method: 'PUT', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    state: 'not-seen',
    summary: 'not-seen',
    ...BECAUSE_PUT,
  },
  {
    name: 'a request that has only begun',
    exchange: { method: 'PUT', outcome: 'pending' },
    state: 'not-seen',
    summary: 'not-seen-yet',
    ...BECAUSE_PUT,
  },
  {
    name: 'HTTP authentication',
    exchange: { headers: { Authorization: '[masked: Basic, 12 characters]' }, response: OK },
    state: 'unknown',
    summary: 'unknown-authorization',
  },
];
