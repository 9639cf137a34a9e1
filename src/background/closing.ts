import type { ClosedReason, Exchange, Outcome } from '../model/exchange.ts';
import { lastSeenAt } from '../model/last-seen.ts';
import {
  ANSWER_TIME_LIMIT_MS,
  BODY_TIME_LIMIT_MS,
  GIVEN_UP_TIME_LIMIT_MS,
  REDIRECT_TIME_LIMIT_MS,
} from '../model/limits.ts';
import { lastHop } from './exchange-changes.ts';

/**
 * Ends that no event tells. Both browsers leave requests without one: when the page goes away into the back/forward
 * cache, behind a permission prompt, when a redirect leads to `ftp:` or to a site that we may not see, when a service
 * worker takes over, when we were killed as the event was told. All that is concluded here, an event takes back.
 */

/** The exchange with the end that was concluded; unchanged if it has an end already. */
export function close(exchange: Exchange, at: number, reason: ClosedReason): Exchange {
  if (exchange.outcome.state !== 'pending') return exchange;
  return { ...exchange, outcome: { state: 'closed', at, reason } };
}

/** The exchange after an event that shows that it still runs, whatever was concluded. What the browser reported stays. */
export function reopen(exchange: Exchange): Exchange {
  return exchange.outcome.state === 'closed' ? { ...exchange, outcome: { state: 'pending' } } : exchange;
}

/**
 * Why a pending exchange isn't waited for any longer; null if it is, or if it has an end. Each kind of silence has its
 * bound, and none is without one.
 */
export function reasonToClose(exchange: Exchange, now: number): ClosedReason | null {
  if (exchange.outcome.state !== 'pending') return null;
  const silentFor = now - lastSeenAt(exchange);
  const { response, redirectUrl } = lastHop(exchange);
  if (redirectUrl !== undefined) return silentFor > REDIRECT_TIME_LIMIT_MS ? 'timeout' : null;
  if (response !== undefined) return silentFor > BODY_TIME_LIMIT_MS ? 'still-receiving' : null;
  return silentFor > ANSWER_TIME_LIMIT_MS ? 'timeout' : null;
}

/**
 * Whether an end was so long ago that no late event will come to correct it, or to tell of its preflight. A stream's end
 * may come at any time.
 */
export function isForgettable({ outcome }: Exchange, now: number): boolean {
  if (outcome.state === 'pending' || isStream(outcome)) return false;
  return now - outcome.at > (isGivenUp(outcome) ? GIVEN_UP_TIME_LIMIT_MS : ANSWER_TIME_LIMIT_MS);
}

/** Chromium's end of a request that the page or the user gave up: it tells nothing about its preflight. */
export const ABORTED = 'net::ERR_ABORTED';

export function isGivenUp(outcome: Outcome): outcome is Extract<Outcome, { readonly state: 'error' }> {
  return outcome.state === 'error' && outcome.error === ABORTED;
}

function isStream(outcome: Outcome): boolean {
  return outcome.state === 'closed' && outcome.reason === 'still-receiving';
}
