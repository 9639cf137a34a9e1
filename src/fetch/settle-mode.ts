import type { Evidence, Exchange, RequestMode } from '../model/exchange.ts';
import { containsHeader } from '../model/header-list.ts';

/**
 * The exchange with its request mode filled in where the browser didn't show it: a preflight or the Origin of a GET
 * means `cors`, a GET that was sent without Origin means `no-cors`, and else what asked for it tells the default.
 * Where the mode is known, the exchange itself.
 *
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function settleMode(exchange: Exchange): Exchange {
  if (exchange.mode.value !== 'unknown') return exchange;
  const [value, evidence] = inferMode(exchange);
  return { ...exchange, mode: { value, evidence } };
}

function inferMode(exchange: Exchange): readonly [RequestMode, Evidence] {
  let sentWithoutOrigin = false;
  for (const hop of exchange.hops) {
    if (hop.preflight !== undefined) return ['cors', 'preflight-seen'];
    // Other methods send Origin in any mode.
    if (hop.request === undefined || (hop.method !== 'GET' && hop.method !== 'HEAD')) continue;
    if (containsHeader(hop.request.headers, 'origin')) return ['cors', 'origin-header'];
    if (!hop.url.startsWith(exchange.initiator)) sentWithoutOrigin = true;
  }
  if (sentWithoutOrigin) return ['no-cors', 'origin-header'];
  const isCorsByDefault =
    exchange.type === 'xmlhttprequest' || exchange.type === 'font' || exchange.type === 'other';
  return [isCorsByDefault ? 'cors' : 'no-cors', 'request-type'];
}
