import type {
  CallFrame,
  ClosedReason,
  CredentialsMode,
  Engine,
  Exchange,
  Hop,
  HttpResponse,
  Outcome,
  Pairing,
  Preflight,
  RequestMode,
  RequestType,
} from '../../src/model/exchange.ts';
import type { Header, HeaderList } from '../../src/model/header-list.ts';
import { isSameOrigin } from '../../src/model/origin.ts';

/** The page that asks, unless a case says otherwise. */
export const PAGE = 'http://localhost:5173';
/** The URL that it asks for, unless a case says otherwise. */
export const API = 'https://api.example.com/items';
/** When every built exchange starts, in milliseconds since the epoch. */
export const STARTED_AT = 1_700_000_000_000;

/** Header lines: an object, or pairs where order or two lines of one name matter. */
export type Headers = Readonly<Record<string, string>> | HeaderList;

/** A response, in a few words. Without a status it is 200. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Headers;
  readonly fromCache?: boolean;
}

export interface PreflightAnswer extends Answer {
  /** No answer came: the browser's error text for it, or `none` if the browser never reported its end. */
  readonly error?: string;
  /** For how many milliseconds it ran; its request is answered so much later. */
  readonly took?: number;
  /** What Access-Control-Request-Headers names. Default: the request's headers that aren't CORS-safelisted. */
  readonly asksForHeaders?: readonly string[];
  /** What Access-Control-Request-Method names. Default: the request's method. */
  readonly asksForMethod?: string;
  /** Its Sec-Fetch-Site. Default: not sent. */
  readonly site?: 'same-site' | 'cross-site';
  readonly pairing?: Pairing;
}

/** One hop. Only what the case is about needs to be said. */
export interface HopDescription {
  readonly url?: string;
  readonly method?: string;
  /** Headers that the page set. `Origin` is added. */
  readonly headers?: Headers;
  /** The Origin that this hop sends; `false` for none. Default: the page's, none where it is same-origin. */
  readonly sends?: string | false;
  readonly preflight?: PreflightAnswer;
  readonly response?: Answer;
  /** Where the browser said that it would go next. Default: the URL of the next hop, if there is one. */
  readonly redirectUrl?: string;
}

export interface ExchangeDescription extends HopDescription {
  readonly id?: string;
  readonly tabId?: number;
  /** The initiator's origin; `null` (the word) for an opaque one. */
  readonly origin?: string;
  readonly page?: string;
  readonly type?: RequestType;
  readonly mode?: RequestMode | 'unknown';
  /** Default: unknown, as a browser leaves it. */
  readonly credentials?: CredentialsMode | 'unknown';
  /** The hops after the first, in order. The response before each gets its `Location` if it has none. */
  readonly redirects?: readonly HopDescription[];
  /**
   * `blocked` is what the engine reports when a check of its own failed; `{ error }` is its own text. Default:
   * `completed` if the last hop has a response, `blocked` if it has none.
   */
  readonly outcome?: 'completed' | 'blocked' | 'pending' | { error: string } | { closed: ClosedReason };
  readonly engine?: Engine;
  readonly readableByScript?: boolean;
  /** With what DevTools' network log adds: headers that weren't sent, lines apart, the script. Default: without. */
  readonly withNetworkLog?: boolean;
  /** Milliseconds since the epoch. Default: `STARTED_AT`. */
  readonly startedAt?: number;
}

/**
 * An exchange as a recorder would have recorded it, from as few words as a case needs:
 *
 *     anExchange({
 *       method: 'PUT',
 *       headers: { 'Content-Type': 'application/json' },
 *       preflight: { status: 204, headers: { 'Access-Control-Allow-Origin': PAGE } },
 *       outcome: 'blocked',
 *     });
 *
 * It is faithful to the engine: Chromium doesn't show the headers of a request that its preflight kept from being
 * sent, Firefox joins the lines of one name, and reports `completed` for a simple request that it blocked.
 */
export function anExchange(description: ExchangeDescription = {}): Exchange {
  const engine = description.engine ?? 'chromium';
  const origin = description.origin ?? PAGE;
  const descriptions = [description, ...(description.redirects ?? [])];
  const hops = descriptions.map((each, index) => {
    const next = descriptions[index + 1]?.url;
    const startedAt = (description.startedAt ?? STARTED_AT) + index * 100;
    const hasLog = description.withNetworkLog === true;
    return buildHop(each, description, { engine, origin, index, startedAt, next, hasLog });
  });
  const [first, ...rest] = hops;
  if (first === undefined) throw new Error('An exchange has at least one hop.');
  const readable = description.readableByScript;
  return {
    id: description.id ?? 'x1',
    tabId: description.tabId ?? 1,
    frameId: 0,
    documentId: 'document-1',
    initiator: origin,
    page: description.page ?? (origin === 'null' ? `${PAGE}/` : `${origin}/`),
    type: description.type ?? 'xmlhttprequest',
    mode: observedMode(description.mode ?? 'cors'),
    credentials: observedCredentials(description.credentials ?? 'unknown'),
    hops: [first, ...rest],
    outcome: buildOutcome(description, engine, hops),
    startedAt: description.startedAt ?? STARTED_AT,
    observedIn: { engine, version: engine === 'firefox' ? '153.0' : '156.0.0.0' },
    ...(readable === undefined ? {} : { readableByScript: readable }),
    ...(engine === 'chromium' && description.withNetworkLog === true ? { startedBy: STARTED_BY } : {}),
  };
}

/** What Firefox makes of header lines: one line for each name. */
export function joinLines(lines: HeaderList): HeaderList {
  const joined = new Map<string, [string, string]>();
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    const before = joined.get(key);
    // Firefox hands Set-Cookie over line by line, with line feeds; nothing here depends on it.
    joined.set(key, before === undefined ? [name, value] : [before[0], `${before[1]}, ${value}`]);
  }
  return [...joined.values()];
}

/** A script of the page, which went on after an `await`. */
const STARTED_BY: readonly CallFrame[] = [
  { functionName: 'loadItems', url: `${PAGE}/src/items.ts`, line: 42, column: 9 },
  { functionName: '', url: `${PAGE}/src/main.ts`, line: 3, column: 1, before: 'await' },
];

interface HopContext {
  readonly engine: Engine;
  readonly origin: string;
  readonly index: number;
  /** When the hop started. */
  readonly startedAt: number;
  readonly next: string | undefined;
  readonly hasLog: boolean;
}

function buildHop(hop: HopDescription, first: ExchangeDescription, context: HopContext): Hop {
  const url = hop.url ?? first.url ?? API;
  const method = hop.method ?? first.method ?? 'GET';
  const own = toHeaderList(hop.headers ?? first.headers ?? {});
  const sends = hop.sends ?? (isSameOrigin(url, context.origin) ? false : context.origin);
  const headers: HeaderList = sends === false ? own : [['Origin', sends], ...own];
  const redirectUrl = hop.redirectUrl ?? context.next;
  const notShown = context.engine === 'chromium' && hop.preflight !== undefined && hop.response === undefined;
  return {
    url,
    method,
    startedAt: context.startedAt,
    ...(notShown ? (context.hasLog ? { unsentRequest: { headers: own } } : {}) : { request: { headers } }),
    ...(hop.response === undefined
      ? {}
      : {
          response: buildResponse(hop.response, {
            ...context,
            startedAt: context.startedAt + (hop.preflight?.took ?? 0),
          }),
        }),
    ...(hop.preflight === undefined
      ? {}
      : { preflight: buildPreflight(hop.preflight, { method, own, sends, context }) }),
    ...(redirectUrl === undefined ? {} : { redirectUrl }),
  };
}

function buildResponse(answer: Answer, { engine, next, startedAt, hasLog }: HopContext): HttpResponse {
  const joins = engine === 'firefox' && !hasLog;
  const given = toHeaderList(answer.headers ?? {});
  const hasLocation = given.some(([name]) => name.toLowerCase() === 'location');
  const headers: HeaderList = next === undefined || hasLocation ? given : [...given, ['Location', next]];
  return {
    status: answer.status ?? (next === undefined ? 200 : 302),
    headers: joins ? joinLines(headers) : headers,
    lines: joins ? 'joined' : 'apart',
    receivedAt: startedAt + 80,
    ...(answer.fromCache === undefined ? {} : { fromCache: answer.fromCache }),
  };
}

interface PreflightContext {
  readonly method: string;
  readonly own: HeaderList;
  readonly sends: string | false;
  readonly context: HopContext;
}

function buildPreflight(
  answer: PreflightAnswer,
  { method, own, sends, context }: PreflightContext,
): Preflight {
  const asked = answer.asksForHeaders ?? unsafeNames(own);
  const startedAt = context.startedAt + 5;
  const headers: Header[] = [
    ['Origin', sends === false ? context.origin : sends],
    ['Access-Control-Request-Method', answer.asksForMethod ?? method],
  ];
  if (asked.length > 0) headers.push(['Access-Control-Request-Headers', asked.join(',')]);
  if (answer.site !== undefined) headers.push(['Sec-Fetch-Site', answer.site]);
  return {
    request: { headers },
    startedAt,
    pairing: answer.pairing ?? { confidence: 'certain', candidates: 1 },
    ...(answer.error === 'none' ? {} : { endedAt: startedAt + (answer.took ?? 30) }),
    ...(answer.error === undefined
      ? { response: buildResponse(answer, { ...context, next: undefined }) }
      : answer.error === 'none'
        ? {}
        : { error: answer.error, ...(context.hasLog ? { errorFrom: 'network-log' } : {}) }),
  };
}

function buildOutcome(description: ExchangeDescription, engine: Engine, hops: readonly Hop[]): Outcome {
  const last = hops.at(-1);
  const wanted = description.outcome ?? (last?.response === undefined ? 'blocked' : 'completed');
  const at = (description.startedAt ?? STARTED_AT) + hops.length * 100;
  if (wanted === 'pending') return { state: 'pending' };
  if (wanted === 'completed') return { state: 'completed', at };
  if (wanted !== 'blocked') {
    return 'error' in wanted
      ? { state: 'error', at, error: wanted.error }
      : { state: 'closed', at, reason: wanted.closed };
  }
  if (engine !== 'firefox') return { state: 'error', at, error: 'net::ERR_FAILED' };
  if (last?.response === undefined) return { state: 'error', at, error: 'NS_ERROR_DOM_BAD_URI' };
  const redirected = last.response.status >= 300 && last.response.status < 400;
  return redirected ? { state: 'error', at, error: 'NS_ERROR_UNEXPECTED' } : { state: 'completed', at };
}

function observedMode(mode: RequestMode | 'unknown'): Exchange['mode'] {
  return mode === 'unknown'
    ? { value: 'unknown', reason: 'request-headers-not-shown' }
    : { value: mode, evidence: 'sec-fetch-mode' };
}

function observedCredentials(mode: CredentialsMode | 'unknown'): Exchange['credentials'] {
  if (mode === 'unknown') return { value: 'unknown', reason: 'browser-does-not-tell' };
  return { value: mode, evidence: mode === 'include' ? 'cookie-sent' : 'stated-in-report' };
}

function toHeaderList(headers: Headers): HeaderList {
  return isHeaderList(headers) ? headers : Object.entries(headers);
}

function isHeaderList(headers: Headers): headers is HeaderList {
  return Array.isArray(headers);
}

const SAFELISTED_TYPES = /^(text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;
const NOT_ASKED_FOR = new Set([
  'accept',
  'accept-language',
  'content-language',
  'cookie',
  'origin',
  'referer',
]);

/** As browsers send them: lower case and sorted. */
function unsafeNames(headers: HeaderList): readonly string[] {
  return headers
    .filter(([name, value]) => {
      const lower = name.toLowerCase();
      if (lower === 'content-type') return !SAFELISTED_TYPES.test(value);
      return !NOT_ASKED_FOR.has(lower) && !lower.startsWith('sec-');
    })
    .map(([name]) => name.toLowerCase())
    .sort();
}
