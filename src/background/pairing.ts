import type { Engine, Pairing } from '../model/exchange.ts';
import { containsHeader, getHeader, type HeaderList } from '../model/header-list.ts';
import { LATE_PREFLIGHT_MS } from '../model/limits.ts';
import { isGivenUp } from './closing.ts';
import { lastHop } from './exchange-changes.ts';
import type { FollowedRequest, RequestKind } from './followed-requests.ts';
import { headerFit } from './header-fit.ts';
import type { EventOf } from './raw-event.ts';

export interface PairingChoice {
  readonly request: FollowedRequest;
  readonly pairing: Pairing;
}

/** Whether the headers that are sent are a CORS-preflight request's. A page's own OPTIONS has no such header. */
export function isPreflight({
  method,
  headers,
}: Pick<EventOf<'send-headers'>, 'method' | 'headers'>): boolean {
  return method === 'OPTIONS' && containsHeader(headers, 'Access-Control-Request-Method');
}

/** The kind of request that a preflight was sent for: same tab, frame, document, initiator and URL, and the method it names. */
export function kindAskedFor(preflight: EventOf<'send-headers'>): RequestKind {
  return { ...preflight, method: getHeader(preflight.headers, 'Access-Control-Request-Method') ?? '' };
}

/**
 * The request that a preflight was sent for: the oldest of its kind that has none for this hop yet. Null if there is none.
 *
 * No browser says which it is. The type doesn't help (a beacon's preflight is of type `other`), nor does the next
 * request id (other requests come between). Measured, the rule was right for every pair whose truth was known. But it
 * is only certain if no other could have sent it; and one whose own pairing isn't certain could.
 *
 * @param preflight its headers, and when it began: milliseconds since the epoch
 * @param ofKind the followed requests of the kind that it asks for which began before it, oldest first
 * @param unseen how many more there may be that nobody saw
 */
export function choosePair(
  preflight: { readonly headers: HeaderList; readonly startedAt: number },
  ofKind: readonly FollowedRequest[],
  engine: Engine,
  unseen: 0 | 1 = 0,
): PairingChoice | null {
  const possible = ofKind.filter(
    (request) => isOpenToPreflight(request, engine) && !wasGivenUpBefore(request, preflight.startedAt),
  );
  const candidates = engine === 'firefox' ? fitting(preflight.headers, possible) : possible;
  const request = candidates.find(({ exchange }) => lastHop(exchange).preflight === undefined);
  return request === undefined ? null : { request, pairing: pairingAmong(candidates.length + unseen) };
}

export function pairingAmong(candidates: number): Pairing {
  return { confidence: candidates === 1 ? 'certain' : 'likely', candidates };
}

/**
 * Whether a request still waits for its preflight, or was given up while it did: Chromium may tell of the preflight only
 * then. It shows a request's own headers when its preflight has passed, so a request whose headers were shown had none.
 * Firefox shows them before, although nothing was sent.
 */
export function isOpenToPreflight({ exchange }: FollowedRequest, engine: Engine): boolean {
  const { outcome } = exchange;
  const { request, response, redirectUrl, preflight } = lastHop(exchange);
  return (
    (outcome.state === 'pending' || isGivenUp(outcome)) &&
    response === undefined &&
    redirectUrl === undefined &&
    (request !== undefined) === (engine === 'firefox') &&
    preflight?.pairing.confidence !== 'certain'
  );
}

/** Whether a request was given up so long before that moment (milliseconds since the epoch) that no preflight of it begins then. */
export function wasGivenUpBefore({ exchange: { outcome } }: FollowedRequest, begunAt: number): boolean {
  return isGivenUp(outcome) && outcome.at < begunAt - LATE_PREFLIGHT_MS;
}

/** Those whose headers are just the ones that it asks for, or else those that have them at all. */
function fitting(preflight: HeaderList, requests: readonly FollowedRequest[]): readonly FollowedRequest[] {
  const fits = requests.map((request) => {
    const { exchange } = request;
    return { request, fit: headerFit(preflight, lastHop(exchange).request ?? { headers: [] }, exchange) };
  });
  const exact = fits.filter(({ fit }) => fit === 'exact');
  const best = exact.length > 0 ? exact : fits.filter(({ fit }) => fit === 'partial');
  return best.map(({ request }) => request);
}
