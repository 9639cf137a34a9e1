import type { ClosedReason, Exchange } from '../model/exchange.ts';
import { ANSWER_TIME_LIMIT_MS } from '../model/limits.ts';
import { lastHop } from './exchange-changes.ts';

/**
 * Ends that no event tells. Both browsers leave requests without one: when the page goes away into the back/forward
 * cache, behind a permission prompt, when a redirect leads to `ftp:`, when a service worker takes over.
 */

/** The exchange with the end that was concluded; unchanged if it has an end already. */
export function close(exchange: Exchange, at: number, reason: ClosedReason): Exchange {
  if (exchange.outcome.state !== 'pending') return exchange;
  return { ...exchange, outcome: { state: 'closed', at, reason } };
}

/**
 * Whether nothing can be expected any more of a pending exchange. A response whose body takes long (a stream of
 * server-sent events, a download) is none of these: the answer is there.
 */
export function isOverdue(exchange: Exchange, now: number): boolean {
  if (exchange.outcome.state !== 'pending') return false;
  const hop = lastHop(exchange);
  const waits = hop.response === undefined || hop.redirectUrl !== undefined;
  return waits && now - hop.startedAt > ANSWER_TIME_LIMIT_MS;
}

/** Whether a concluded end was so long ago that no late event will come to correct it. */
export function isForgettable(exchange: Exchange, now: number): boolean {
  const { outcome } = exchange;
  return outcome.state !== 'pending' && now - outcome.at > ANSWER_TIME_LIMIT_MS;
}
