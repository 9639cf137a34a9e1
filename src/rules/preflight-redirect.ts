import { isRedirectStatus } from '../fetch/http-redirect-fetch.ts';
import type { HttpResponse } from '../model/exchange.ts';
import { displayUrl } from './display-url.ts';
import { displayStatus, refusedPreflight } from './faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdnError } from './links.ts';
import { callableUrl, type RedirectKind, redirectKind, redirectTarget } from './redirect-target.ts';
import type { RuleContext } from './rule.ts';

/** A preflight that the server answered with a redirect, which no browser follows. */
export interface PreflightRedirect {
  readonly response: HttpResponse;
  readonly kind: RedirectKind;
  readonly status: string;
  readonly code: string;
  /** Where it leads; null if the response doesn't say. */
  readonly to: string | null;
  /** What the page should call instead: where it leads, but never http from a page on https. */
  readonly call: string;
}

export const PREFLIGHT_REDIRECT_LINKS = [mdnError('CORSExternalRedirectNotAllowed'), CORS_PREFLIGHT_FETCH];

/** What a redirected preflight is about; null if the fault of the context isn't one. */
export function preflightRedirect(context: RuleContext): PreflightRedirect | null {
  const response = refusedPreflight(context);
  if (response === null || !isRedirectStatus(response.status)) return null;
  const { exchange, hop } = context;
  const target = redirectTarget(hop, response);
  return {
    response,
    kind: target === null ? 'elsewhere' : redirectKind(hop.url, target),
    status: displayStatus(response),
    code: String(response.status),
    to: target === null ? null : displayUrl(target),
    call: target === null ? '' : displayUrl(callableUrl(exchange.initiator, target)),
  };
}
