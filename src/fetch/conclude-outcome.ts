import { assertNever } from '../model/assert-never.ts';
import type { ClosedReason, Exchange, Hop } from '../model/exchange.ts';
import { getHeader } from '../model/header-list.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { LocatedFault, NetworkProblem, Verdict } from './evaluation.ts';
import type { HopView } from './hop-view.ts';
import { networkProblemOf } from './network-problem.ts';

/** The verdict, and the fault that is not CORS where there is one. */
export interface Conclusion {
  readonly verdict: Verdict;
  readonly fault: LocatedFault | null;
}

/** What came of an exchange in which no check failed, in the engine that ran it. */
export function concludeWithoutFault(
  exchange: Exchange,
  views: readonly HopView[],
  profile: EngineProfile,
): Conclusion {
  const { outcome } = exchange;
  const last = views.at(-1);
  if (last === undefined) return { verdict: 'unknown', fault: null };
  switch (outcome.state) {
    case 'pending':
      return { verdict: 'pending', fault: null };
    case 'completed': {
      if (last.redirect !== null) return failed(last, false, 'redirect-refused', '');
      if (last.hop.response === undefined && !profile.completedProvesReadable) {
        return { verdict: 'unknown', fault: null };
      }
      if (exchange.readableByScript === false && last.cors && exchange.mode.value === 'cors') {
        return { verdict: 'unknown', fault: null };
      }
      return { verdict: successOf(exchange, last), fault: null };
    }
    case 'error':
      return failed(
        last,
        isAtPreflight(last),
        problemOf(exchange, last, outcome.error, profile),
        errorTextOf(last, outcome.error, profile),
      );
    case 'closed':
      return concludeClosed(exchange, outcome.reason, last);
    default:
      return assertNever(outcome);
  }
}

/** Without an answer it failed if there could be none any more, and may have gone well where nobody looked. */
function concludeClosed(exchange: Exchange, reason: ClosedReason, last: HopView): Conclusion {
  const answered = last.hop.response !== undefined && last.redirect === null;
  switch (reason) {
    case 'service-worker':
    case 'no-access':
      return { verdict: 'unknown', fault: null };
    case 'recorder-stopped':
      return { verdict: answered ? successOf(exchange, last) : 'unknown', fault: null };
    case 'still-receiving':
    case 'timeout':
      if (answered) return { verdict: successOf(exchange, last), fault: null };
      if (mayGoOnUnseen(last.hop)) return { verdict: 'unknown', fault: null };
      return failed(last, isAtPreflight(last), 'closed-unseen', '');
    case 'navigation':
    case 'tab-closed':
      if (answered) return { verdict: successOf(exchange, last), fault: null };
      return failed(last, isAtPreflight(last), 'aborted', '');
    default:
      return assertNever(reason);
  }
}

/** A redirect may lead to a site that the browser keeps from extensions, which nothing tells them. */
function mayGoOnUnseen({ redirectUrl }: Hop): boolean {
  return redirectUrl !== undefined && /^https?:/i.test(redirectUrl);
}

/** Readable, unless it is a cross-origin response to a request that didn't ask to read it. */
function successOf(exchange: Exchange, last: HopView): Verdict {
  const mode = exchange.mode.value;
  return last.cors && (mode === 'no-cors' || mode === 'navigate') ? 'opaque' : 'allowed';
}

function failed(view: HopView, atPreflight: boolean, problem: NetworkProblem, error: string): Conclusion {
  const check = atPreflight ? 'preflight-answered' : 'answered';
  return { verdict: 'failed', fault: { check, problem, error, hop: view.index } };
}

function isAtPreflight(view: HopView): boolean {
  const { preflight, response } = view.hop;
  return response === undefined && preflight !== undefined && preflight.response === undefined;
}

/** The preflight's own error if it says more than that the request was refused. */
function errorTextOf(view: HopView, error: string, profile: EngineProfile): string {
  const own = isAtPreflight(view) ? view.hop.preflight?.error : undefined;
  if (own === undefined || profile.refusals.has(own) || !profile.refusals.has(error)) return error;
  return own;
}

function problemOf(
  exchange: Exchange,
  last: HopView,
  outcomeError: string,
  profile: EngineProfile,
): NetworkProblem {
  const error = errorTextOf(last, outcomeError, profile);
  const known = networkProblemOf(error);
  if (last.redirect !== null && endsRedirects(known, error, profile)) return 'redirect-refused';
  if (exchange.mode.value === 'no-cors' && looksLikeOpaqueResponseBlocking(last, error)) {
    return 'blocked-by-orb';
  }
  if (!profile.refusals.has(error)) return known;
  if (!/^https?:/i.test(last.hop.url)) return 'scheme';
  return isUnanswered(last) ? profile.unansweredRefusal : 'other';
}

function endsRedirects(known: NetworkProblem, error: string, profile: EngineProfile): boolean {
  if (known === 'aborted' || known === 'other') return true;
  return profile.redirectsOutOfReach.has(error) || profile.refusalsOfRedirects.has(error);
}

/**
 * Firefox has no error of its own for Opaque Response Blocking: once it has the headers it fails the request, or aborts
 * it like any other; then only what those headers say tells that it was this.
 */
function looksLikeOpaqueResponseBlocking({ hop: { response } }: HopView, error: string): boolean {
  if (response === undefined) return false;
  if (error === 'NS_ERROR_FAILURE') return true;
  if (error !== 'NS_BINDING_ABORTED') return false;
  const isNotSniffed = /^\s*nosniff\s*$/i.test(getHeader(response.headers, 'X-Content-Type-Options') ?? '');
  return isNotSniffed && PROTECTED_TYPE.test(getHeader(response.headers, 'Content-Type') ?? '');
}

/** @see https://fetch.spec.whatwg.org/#orb ("opaque-response-blocklisted" MIME types) */
const PROTECTED_TYPE =
  /^\s*(text\/(html|plain|xml|json)|application\/([\w.-]+\+)?(json|xml)|image\/svg\+xml)\s*(;|$)/i;

/** Whether neither a response was seen nor one of a preflight that may have been asked for. */
function isUnanswered({ hop, need }: HopView): boolean {
  const { preflight, request, response } = hop;
  if (response !== undefined) return false;
  if (preflight !== undefined) return preflight.response === undefined && preflight.error !== undefined;
  return request !== undefined && (need.needed !== 'yes' || need.seen !== 'not-seen');
}
