import { corsUnsafeRequestHeaderNames } from '../fetch/cors-unsafe-request-header-names.ts';
import { ENGINES } from '../fetch/engines.ts';
import { isForbiddenRequestHeaderName, mayBeAddedByBrowser } from '../fetch/forbidden-request-header.ts';
import type { Exchange, HttpRequest } from '../model/exchange.ts';
import { containsHeader, getHeader, type HeaderList } from '../model/header-list.ts';
import { lastHop } from './exchange-changes.ts';

/**
 * Whether the headers that a preflight asks for are those of a request whose headers have been shown: just its own,
 * fewer than its own (another extension may have added some, or too many were left out), or some that it doesn't have.
 */
export type HeaderFit = 'exact' | 'partial' | 'none';

/**
 * @param preflight the headers of the preflight
 * @param sent what was shown of the request's last hop
 * @param exchange the request, for what it sent before its redirects
 */
export function headerFit(preflight: HeaderList, sent: HttpRequest, exchange: Exchange): HeaderFit {
  if (sent.leftOut !== undefined) return 'partial';
  const { headers } = sent;
  const asked = askedNames(preflight);
  if (!asked.every((name) => containsHeader(headers, name) || mayHaveDropped(exchange, name))) return 'none';
  const needed = namesToAskFor(headers, exchange);
  return needed.every((name) => asked.includes(name)) ? 'exact' : 'partial';
}

function askedNames(preflight: HeaderList): readonly string[] {
  const asked = getHeader(preflight, 'Access-Control-Request-Headers') ?? '';
  return asked
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

const NAMES = new WeakMap<HeaderList, readonly string[]>();

/** What nobody but script can have put there and a preflight has to ask for. Told once for each list of headers. */
function namesToAskFor(headers: HeaderList, { observedIn }: Exchange): readonly string[] {
  const known = NAMES.get(headers);
  if (known !== undefined) return known;
  const settable = headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return !isForbiddenRequestHeaderName(lower) && !mayBeAddedByBrowser(lower);
  });
  const names = corsUnsafeRequestHeaderNames(settable, ENGINES[observedIn.engine]).map(({ name }) => name);
  NAMES.set(headers, names);
  return names;
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
