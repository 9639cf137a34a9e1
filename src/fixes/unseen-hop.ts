import { isRedirectStatus } from '../fetch/http-redirect-fetch.ts';
import type { Hop, HttpResponse, Preflight } from '../model/exchange.ts';
import { getHeader, type Header } from '../model/header-list.ts';
import { originOf } from '../model/origin.ts';
import { parseUrl, withoutFragment } from '../model/url.ts';
import { questionOf } from './preflight-question.ts';

/** Whether an answer tells the browser to go on elsewhere, whatever it says about where. */
export function isRedirect({ status, headers }: HttpResponse): boolean {
  return isRedirectStatus(status) && (getHeader(headers, 'location') ?? '') !== '';
}

/**
 * The hop that a browser would have gone on to, had the redirect's answer passed: the same request to the new URL, with
 * its answers still to be filled in. Null if there is none, or if it leads to another origin: from there on the request
 * would send `Origin: null`, which no server should allow.
 *
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function unseenHopAfter(hop: Hop): Hop | null {
  const next = hopAfterRedirect(hop);
  return next === null || originOf(next.url) !== originOf(hop.url) ? null : next;
}

/** The same wherever it leads to; it sends what the hop before sent, its Origin too. Null if there is none. */
export function hopAfterRedirect(hop: Hop): Hop | null {
  if (hop.response === undefined || !isRedirect(hop.response)) return null;
  const target = parseUrl(getHeader(hop.response.headers, 'location') ?? '', hop.url);
  if (target === null) return null;
  const becomesGet = turnsIntoGet(hop.response.status, hop.method);
  const preflight = hop.preflight === undefined ? null : nextQuestion(hop.preflight, becomesGet);
  return {
    url: withoutFragment(target.href),
    method: becomesGet ? 'GET' : hop.method,
    startedAt: hop.response.receivedAt,
    ...(hop.request === undefined ? {} : { request: hop.request }),
    ...(preflight === null ? {} : { preflight }),
  };
}

/** Step 12 of HTTP-redirect fetch. @see https://fetch.spec.whatwg.org/#http-redirect-fetch */
export function turnsIntoGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

/**
 * The preflight of the next hop, without an answer. A request that turned into a GET has lost its body and the headers
 * that describe it; null if nothing is left to ask for.
 */
function nextQuestion(preflight: Preflight, becomesGet: boolean): Preflight | null {
  const { response: _, ...question } = preflight;
  if (!becomesGet) return question;
  const names = questionOf(preflight).headers.filter((name) => !/^content-/i.test(name));
  if (names.length === 0) return null;
  const headers = preflight.request.headers.map(([name, value]): Header => {
    const lower = name.toLowerCase();
    if (lower === 'access-control-request-method') return [name, 'GET'];
    return [name, lower === 'access-control-request-headers' ? names.join(',') : value];
  });
  return { ...question, request: { headers } };
}
