/** Requests to one URL in order, and what a server answers to each. */
export interface LiveSequence {
  readonly name: string;
  /**
   * The request that has a preflight for a reason that no extension is shown: the cache mode (browsers add
   * Cache-Control and Pragma later), or the fragment.
   */
  readonly hiddenReasonAt?: number;
  readonly steps: readonly LiveStep[];
}

export interface LiveStep {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: 'omit' | 'include';
  readonly cache?: 'no-store' | 'reload' | 'no-cache';
  /** XMLHttpRequest with a listener for the upload's progress, and a text to upload. */
  readonly upload?: boolean;
  /** What is added to the sequence's URL. */
  readonly suffix?: string;
  /** Of the preflight, besides those that allow the origin and credentials: `Allow-Methods` and so on. */
  readonly allow?: Allow;
  readonly preflightStatus?: number;
  /** What becomes of the request itself: without CORS headers, a broken connection, or a redirect to that suffix. */
  readonly actual?: 'blocked' | 'dropped' | { readonly redirect: string };
  /** When it is sent, in milliseconds after the first round of all sequences; default: at once. */
  readonly notBefore?: number;
}

/** Without the `Access-Control-` in front; a list is sent as that many lines. */
interface Allow {
  readonly 'Allow-Methods'?: string;
  readonly 'Allow-Headers'?: string;
  readonly 'Max-Age'?: string | readonly string[];
}

const PUT: LiveStep = { method: 'PUT', allow: { 'Allow-Methods': 'PUT', 'Max-Age': '600' } };
const X_A: LiveStep = { headers: { 'X-A': '1' }, allow: { 'Allow-Headers': 'x-a', 'Max-Age': '600' } };
const TOKEN = { Authorization: 'Bearer abc' };

/** Well after what holds without Access-Control-Max-Age, 5 s, also where the first round took its time. */
const AFTER_DEFAULT = 8_000;

/** The same request twice. */
function twice(name: string, step: LiveStep): LiveSequence {
  return { name, steps: [step, step] };
}

/** The same request three times, the last when nothing is kept any more that was kept by default. */
function withMaxAge(value: string | readonly string[] | null): LiveSequence {
  const maxAge = value === null ? {} : { 'Max-Age': value };
  const step: LiveStep = { method: 'PUT', allow: { 'Allow-Methods': 'PUT', ...maxAge } };
  const name = `Access-Control-Max-Age: ${value === null ? '(none)' : JSON.stringify(value)}`;
  return { name, steps: [step, step, { ...step, notBefore: AFTER_DEFAULT }] };
}

function cacheMode(cache: NonNullable<LiveStep['cache']>): LiveSequence {
  return { name: `cache mode ${cache}`, hiddenReasonAt: 1, steps: [PUT, { ...PUT, cache }, PUT] };
}

function longUrl(length: number): LiveSequence {
  return twice(`a URL of ${length} characters`, { ...PUT, suffix: `?fill-to=${length}` });
}

export const LIVE_SEQUENCES: readonly LiveSequence[] = [
  twice('a listed method', PUT),
  twice('a listed header, in another case', { ...X_A, allow: { 'Allow-Headers': 'X-a', 'Max-Age': '600' } }),
  twice('`*` for methods', { method: 'PUT', allow: { 'Allow-Methods': '*', 'Max-Age': '600' } }),
  twice('`*` for headers', { headers: { 'X-A': '1' }, allow: { 'Allow-Headers': '*', 'Max-Age': '600' } }),
  twice('`*` beside the name', {
    headers: { 'X-A': '1' },
    allow: { 'Allow-Headers': '*, x-a', 'Max-Age': '600' },
  }),
  twice('Authorization under `*`', { headers: TOKEN, allow: { 'Allow-Headers': '*', 'Max-Age': '600' } }),
  twice('Authorization by name', {
    headers: TOKEN,
    allow: { 'Allow-Headers': 'authorization', 'Max-Age': '600' },
  }),
  twice('Authorization by name beside `*`', {
    headers: TOKEN,
    allow: { 'Allow-Headers': 'authorization, *', 'Max-Age': '600' },
  }),
  { name: 'credentials, then none', steps: [{ ...PUT, credentials: 'include' }, PUT, PUT] },
  {
    name: 'no credentials, then some',
    steps: [PUT, { ...PUT, credentials: 'include' }, { ...PUT, credentials: 'include' }, PUT],
  },
  {
    name: '`*` with credentials, beside the name',
    steps: [
      { ...PUT, credentials: 'include', allow: { 'Allow-Methods': 'PUT, *', 'Max-Age': '600' } },
      { ...PUT, method: 'DELETE', allow: { 'Allow-Methods': 'DELETE', 'Max-Age': '600' } },
    ],
  },
  {
    name: 'another header, then the first, then both',
    steps: [
      X_A,
      { headers: { 'X-B': '1' }, allow: { 'Allow-Headers': 'x-b', 'Max-Age': '600' } },
      X_A,
      { headers: { 'X-A': '1', 'X-B': '1' }, allow: { 'Allow-Headers': 'x-a, x-b', 'Max-Age': '600' } },
    ],
  },
  {
    name: 'another method, then the first',
    steps: [PUT, { method: 'DELETE', allow: { 'Allow-Methods': 'DELETE', 'Max-Age': '600' } }, PUT],
  },
  {
    name: 'a safelisted method under an answer for another',
    steps: [X_A, { ...X_A, method: 'POST' }, { ...X_A, method: 'HEAD' }, { ...X_A, method: 'HEAD' }],
  },
  { name: 'another query', steps: [PUT, { ...PUT, suffix: '?a' }, PUT, { ...PUT, suffix: '?a' }] },
  { name: 'another fragment', hiddenReasonAt: 1, steps: [PUT, { ...PUT, suffix: '#a' }, PUT] },
  withMaxAge(null),
  withMaxAge('0'),
  withMaxAge('-1'),
  withMaxAge('10m'),
  withMaxAge('10.5'),
  withMaxAge('+600'),
  withMaxAge('0600'),
  withMaxAge('600, 600'),
  withMaxAge(['600', '600']),
  withMaxAge(''),
  withMaxAge('9223372036854775808'),
  withMaxAge('99999999999999999999'),
  {
    name: 'expired',
    steps: [PUT, PUT, PUT].map((step, index) => ({
      ...step,
      allow: { 'Allow-Methods': 'PUT', 'Max-Age': '3' },
      notBefore: index === 2 ? AFTER_DEFAULT : 0,
    })),
  },
  {
    name: 'an answer that isn’t kept, after one that is',
    steps: [
      PUT,
      { ...PUT, ...X_A, allow: { 'Allow-Headers': 'x-a', 'Allow-Methods': 'PUT', 'Max-Age': '0' } },
      PUT,
    ],
  },
  { name: 'the response is blocked', steps: [PUT, { ...PUT, actual: 'blocked' }, PUT] },
  { name: 'the connection breaks', steps: [PUT, { ...PUT, actual: 'dropped' }, PUT] },
  {
    name: 'a simple request to the same URL is blocked',
    steps: [PUT, { method: 'GET', actual: 'blocked' }, PUT],
  },
  {
    name: 'a later preflight fails',
    steps: [PUT, { method: 'DELETE', preflightStatus: 404 }, PUT],
  },
  {
    name: 'a redirect: each URL has its own answer',
    steps: [{ ...PUT, actual: { redirect: '?next' } }, { ...PUT, suffix: '?next' }, PUT],
  },
  cacheMode('no-store'),
  cacheMode('reload'),
  cacheMode('no-cache'),
  longUrl(1023),
  longUrl(1024),
  twice('an upload listener', { method: 'POST', upload: true, allow: { 'Max-Age': '600' } }),
  {
    name: 'an upload listener, expired',
    steps: [0, 0, AFTER_DEFAULT].map((notBefore) => ({
      method: 'POST',
      upload: true,
      allow: { 'Max-Age': '3' },
      notBefore,
    })),
  },
];
