import { isCorsSafelistedMethod } from '../fetch/cors-safelisted-method.ts';
import { taintingOfHops } from '../fetch/request-tainting.ts';
import type { Exchange, Hop } from '../model/exchange.ts';
import type { HeaderChange, ResponseRef } from '../model/fix.ts';
import { getHeaderLines } from '../model/header-list.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import {
  allowCredentials,
  allowHeaders,
  allowMethod,
  allowOrigin,
  type FaultyMessage,
} from './message-changes.ts';
import { isNameable } from './nameable-origin.ts';
import { allowableHeaders, questionOf } from './preflight-question.ts';
import { isRedirect, unseenHopAfter } from './unseen-hop.ts';

/**
 * What the answers need that the browser never got to see, because an earlier one stopped it: the answer behind a
 * preflight that failed, or the hop behind a redirect that wasn't followed. What they have already isn't known, so each
 * change is `assumed`. Null if no header could help there.
 */
export function changesOfUnseen(exchange: Exchange, credentials: boolean): readonly HeaderChange[] | null {
  const index = exchange.hops.length - 1;
  const last = exchange.hops[index];
  if (last === undefined) return null;
  if (last.response !== undefined && !isRedirect(last.response)) return [];
  const origin = originSentBy(exchange, last, index);
  if (!isNameable(origin)) return null;
  if (last.response === undefined)
    return corsCheckChanges({ hop: index, on: 'response' }, origin, credentials);
  const next = unseenHopAfter(last);
  if (next === null) return null;
  return [
    ...preflightChanges(next, index + 1, origin, credentials),
    ...corsCheckChanges({ hop: index + 1, on: 'response' }, origin, credentials),
  ];
}

/** The Origin that the request of a hop sends, or would have sent. */
function originSentBy(exchange: Exchange, hop: Hop, index: number): string {
  if (taintingOfHops(exchange)[index]?.tainted === true) return OPAQUE_ORIGIN;
  const sent = hop.request === undefined ? undefined : getHeaderLines(hop.request.headers, 'origin')[0];
  return sent ?? exchange.initiator;
}

function corsCheckChanges(ref: ResponseRef, origin: string, credentials: boolean): readonly HeaderChange[] {
  const message = unseen(ref);
  return [...allowOrigin(message, origin), ...(credentials ? [allowCredentials(message)] : [])];
}

function preflightChanges(
  { preflight }: Hop,
  hop: number,
  origin: string,
  credentials: boolean,
): readonly HeaderChange[] {
  if (preflight === undefined) return [];
  const ref: ResponseRef = { hop, on: 'preflight' };
  const question = questionOf(preflight);
  const { method } = question;
  const headers = allowableHeaders(question);
  return [
    ...corsCheckChanges(ref, origin, credentials),
    ...(isCorsSafelistedMethod(method) ? [] : [allowMethod(unseen(ref), method)]),
    ...(headers.length === 0 ? [] : [allowHeaders(unseen(ref), headers)]),
  ];
}

function unseen(ref: ResponseRef): FaultyMessage {
  return { ref, headers: [], assumed: true };
}
