import type { Exchange, Hop } from '../model/exchange.ts';
import { parseUrl } from '../model/url.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { LocatedFault } from './evaluation.ts';
import type { HopView } from './hop-view.ts';
import { isRedirectStatus } from './http-redirect-fetch.ts';
import { isMixedContent } from './mixed-content.ts';
import type { ProtocolRun } from './run-protocol.ts';

/**
 * Whether what the browser did rules out a run: it went on past the check that would have failed, or refused what would
 * have passed. The events of a redirect or a failed connection say nothing about credentials and count for nothing.
 */
export function contradictsRun(
  exchange: Exchange,
  run: ProtocolRun,
  views: readonly HopView[],
  profile: EngineProfile,
): boolean {
  const fault = run.faults[0];
  if (fault !== undefined) {
    return failedOtherwise(exchange, profile) || positionOf(fault) < progressOf(exchange, views, profile);
  }
  const last = views.at(-1);
  const readable = last !== undefined && last.response !== null && last.redirect === null;
  if (exchange.readableByScript === false && readable && exchange.mode.value === 'cors') return true;
  return isRefused(exchange, profile) && !redirectsToMixedContent(exchange, last);
}

/** Whether the last answer redirects to where the page may not go, whatever the checks say. */
function redirectsToMixedContent({ initiator }: Exchange, last: HopView | undefined): boolean {
  if (last === undefined || last.redirect === null) return false;
  return isMixedContent(initiator, parseUrl(last.redirect.location, last.hop.url)?.href ?? '');
}

/** Whether the browser reported what a refusal by CORS looks like from outside. */
export function isRefused({ outcome, hops }: Exchange, profile: EngineProfile): boolean {
  if (outcome.state !== 'error') return false;
  if (profile.refusals.has(outcome.error)) return true;
  return profile.refusalsOfRedirects.has(outcome.error) && endsInRedirect(hops);
}

/** Whether the browser says that script could read the response. */
export function reportsSuccess(exchange: Exchange, profile: EngineProfile): boolean {
  if (exchange.readableByScript !== undefined) return exchange.readableByScript;
  const { outcome } = exchange;
  // Engines refuse a response when they have its headers: one whose body still comes long after was let through.
  if (outcome.state === 'closed') return outcome.reason === 'still-receiving';
  return outcome.state === 'completed' && profile.completedProvesReadable;
}

/**
 * A refusal always looks the same from outside, so any other error ended the exchange before or after the checks.
 * Firefox reports an error of a preflight's connection with that preflight, and the request itself as refused.
 */
export function failedOtherwise(exchange: Exchange, profile: EngineProfile): boolean {
  const { outcome, hops } = exchange;
  if (profile.refusals.size === 0 || outcome.state !== 'error' || outcome.error === '') return false;
  // That error is how the engine refuses to follow the last answer's redirect.
  if (profile.redirectsOutOfReach.has(outcome.error) && endsInRedirect(hops)) return false;
  if (!isRefused(exchange, profile)) return true;
  const last = hops.at(-1);
  if (last === undefined || last.response !== undefined || last.preflight?.response !== undefined)
    return false;
  return last.preflight?.error !== undefined && !profile.refusals.has(last.preflight.error);
}

/** Whether the last answer that was seen, if need be a preflight's, redirects. */
function endsInRedirect(hops: readonly Hop[]): boolean {
  const last = hops.at(-1);
  const answer = last?.response ?? last?.preflight?.response;
  return answer !== undefined && isRedirectStatus(answer.status);
}

/**
 * Position of a check: 2 for each hop, the odd half for the request's own response. A redirect that isn't followed is
 * refused when the next hop has been announced.
 */
function positionOf(fault: LocatedFault): number {
  if (fault.check === 'redirect-location') return fault.hop * 2 + 2;
  return fault.hop * 2 + (fault.check.startsWith('preflight-') ? 0 : 1);
}

/** Everything before this position certainly passed. */
function progressOf(exchange: Exchange, views: readonly HopView[], profile: EngineProfile): number {
  const last = views.at(-1);
  if (last === undefined) return 0;
  if (reportsSuccess(exchange, profile)) return last.index * 2 + 2;
  if (exchange.outcome.state === 'completed') return last.index * 2 + 1;
  // That a request is shown doesn't mean that it was sent: Firefox shows it before its preflight, a HAR always does.
  return last.index * 2 + (last.response === null ? 0 : 1);
}
