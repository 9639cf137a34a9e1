import type { Exchange, Hop } from '../model/exchange.ts';
import { containsHeader, getHeader, type HeaderList } from '../model/header-list.ts';
import { intendedHeaders } from '../model/intended-headers.ts';
import type { HeaderToRepeat, RequestToRepeat } from './shell/request-to-repeat.ts';

/** Headers that browsers set by themselves and that say nothing about CORS. */
const SET_BY_BROWSER = new Set([
  'accept-encoding',
  'accept-language',
  'alt-used',
  'cache-control',
  'connection',
  'content-length',
  'dnt',
  'host',
  'if-modified-since',
  'if-none-match',
  'keep-alive',
  'pragma',
  'priority',
  'referer',
  'te',
  'upgrade-insecure-requests',
  'user-agent',
  'x-client-data',
]);

/**
 * The request headers that matter to whoever has to answer: what the page set, and what CORS is about. A name that the
 * preflight asked for was set by the page, whatever it is.
 */
export function telltaleRequestHeaders(headers: HeaderList, asked: readonly string[] = []): HeaderList {
  return headers.filter(([name, value]) => {
    const lower = name.toLowerCase();
    if (asked.includes(lower)) return true;
    if (lower === 'accept' && value === '*/*') return false;
    return !SET_BY_BROWSER.has(lower) && !lower.startsWith('sec-');
  });
}

/** The names in the preflight's Access-Control-Request-Headers, in lower case. */
export function askedForHeaders(hop: Hop): readonly string[] {
  const value = hop.preflight && getHeader(hop.preflight.request.headers, 'Access-Control-Request-Headers');
  return (value ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

/** The hop's preflight, to be sent by hand; null if none was seen. */
export function preflightRequest(hop: Hop): RequestToRepeat | null {
  if (hop.preflight === undefined) return null;
  const headers = telltaleRequestHeaders(hop.preflight.request.headers);
  return { method: 'OPTIONS', url: hop.url, headers, hasBody: false };
}

/**
 * The hop's request, to be sent by hand. If the browser never sent it, because its preflight failed, it is put together
 * from what the preflight announced: the names of its headers, with their values where DevTools' network log told them.
 */
export function actualRequest(exchange: Exchange, hop: Hop): RequestToRepeat {
  const headers = actualHeaders(exchange, hop);
  const hasBody =
    hop.method !== 'GET' &&
    hop.method !== 'HEAD' &&
    headers.some(([name]) => name.toLowerCase() === 'content-type');
  return { method: hop.method, url: hop.url, headers, hasBody };
}

function actualHeaders(exchange: Exchange, hop: Hop): readonly HeaderToRepeat[] {
  const asked = askedForHeaders(hop);
  const sent = hop.request?.headers;
  if (sent !== undefined && containsHeader(sent, 'Origin')) return telltaleRequestHeaders(sent, asked);
  const announced = hop.preflight && getHeader(hop.preflight.request.headers, 'Origin');
  const own = telltaleRequestHeaders(intendedHeaders(hop), asked);
  const unknown = asked.filter((name) => !containsHeader(own, name));
  return [
    ['Origin', announced ?? exchange.initiator],
    ...own,
    ...unknown.map((name): HeaderToRepeat => [name, null]),
  ];
}
