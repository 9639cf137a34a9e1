import type { Engine, Exchange, Pairing } from '../model/exchange.ts';
import { containsHeader, getHeader } from '../model/header-list.ts';
import { lastHop } from './exchange-changes.ts';
import type { EventOf } from './raw-event.ts';

/** A request that is being followed, with what pairing needs and the exchange itself does not tell. */
export interface OpenRequest {
  readonly exchange: Exchange;
  /** Of its last hop. */
  readonly urlKey: string;
  /** Grows with every hop of every request: which of two hops began first, also where the clock gives one time. */
  readonly order: number;
}

export interface PairingChoice {
  readonly requestId: string;
  readonly pairing: Pairing;
}

/** Whether the headers that are sent are a CORS-preflight request's. A page's own OPTIONS has no such header. */
export function isPreflight({
  method,
  headers,
}: Pick<EventOf<'send-headers'>, 'method' | 'headers'>): boolean {
  return method === 'OPTIONS' && containsHeader(headers, 'Access-Control-Request-Method');
}

/**
 * The request that a preflight was sent for: the oldest open one of the same tab, frame, document, initiator and URL whose
 * method is the one that the preflight asks for, and which has no preflight yet for this hop. Null if there is none.
 *
 * No browser says which it is. The type doesn't help (a beacon's preflight is of type `other`), nor does the next
 * request id (other requests come between). Measured, the rule was right for every pair whose truth was known.
 */
export function pairPreflight(
  preflight: EventOf<'send-headers'>,
  open: Iterable<OpenRequest>,
  engine: Engine,
): PairingChoice | null {
  let oldest: OpenRequest | null = null;
  let candidates = 0;
  for (const request of open) {
    if (!couldHaveSent(request, preflight, engine)) continue;
    candidates += 1;
    if (oldest === null || request.order < oldest.order) oldest = request;
  }
  if (oldest === null) return null;
  const confidence = candidates === 1 ? 'certain' : 'likely';
  return { requestId: oldest.exchange.id, pairing: { confidence, candidates } };
}

function couldHaveSent(
  { exchange, urlKey }: OpenRequest,
  preflight: EventOf<'send-headers'>,
  engine: Engine,
): boolean {
  const hop = lastHop(exchange);
  return (
    hop.method === getHeader(preflight.headers, 'Access-Control-Request-Method') &&
    urlKey === preflight.urlKey &&
    exchange.tabId === preflight.tabId &&
    exchange.frameId === preflight.frameId &&
    exchange.documentId === preflight.documentId &&
    exchange.initiator === preflight.initiator &&
    exchange.id !== preflight.requestId &&
    exchange.outcome.state === 'pending' &&
    hop.preflight === undefined &&
    hop.response === undefined &&
    hop.redirectUrl === undefined &&
    isAtThatPoint(exchange, preflight, engine)
  );
}

/**
 * Chromium shows a request's own headers only when its preflight has passed, so a request whose headers were shown
 * had none. Firefox shows them before the preflight, although nothing was sent: so they must hold what it asks for.
 */
function isAtThatPoint(exchange: Exchange, preflight: EventOf<'send-headers'>, engine: Engine): boolean {
  const { request } = lastHop(exchange);
  if (engine !== 'firefox') return request === undefined;
  if (request === undefined) return false;
  const asked = getHeader(preflight.headers, 'Access-Control-Request-Headers') ?? '';
  return asked
    .split(',')
    .map((name) => name.trim())
    .every((name) => name === '' || containsHeader(request.headers, name) || mayHaveDropped(exchange, name));
}

/** @see https://fetch.spec.whatwg.org/#request-body-header-name */
const REQUEST_BODY_HEADERS: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/**
 * Whether a redirect may have made it a GET and dropped the header along with the body. Firefox's later preflights ask
 * for it all the same: XMLHttpRequest's from then on, fetch's from the redirect after. A hop of which only the redirect
 * was seen may have had any header.
 */
function mayHaveDropped(exchange: Exchange, name: string): boolean {
  if (lastHop(exchange).method !== 'GET' || !REQUEST_BODY_HEADERS.has(name)) return false;
  return exchange.hops.some(({ request }) => request === undefined || containsHeader(request.headers, name));
}
