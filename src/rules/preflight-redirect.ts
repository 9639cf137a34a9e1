import { isRedirectStatus } from '../fetch/http-redirect-fetch.ts';
import { displayUrl } from './display-url.ts';
import { displayStatus, refusedPreflight } from './faulty-answer.ts';
import { type RedirectKind, redirectKind, redirectTarget } from './redirect-target.ts';
import type { RuleContext } from './rule.ts';

/** A preflight that the server answered with a redirect, which no browser follows. */
export interface PreflightRedirect {
  readonly kind: RedirectKind;
  readonly status: string;
  readonly code: string;
  /** Where it leads; null if the response doesn't say. */
  readonly to: string | null;
}

/** What a redirected preflight is about; null if the fault of the context isn't one. */
export function preflightRedirect(context: RuleContext): PreflightRedirect | null {
  const response = refusedPreflight(context);
  if (response === null || !isRedirectStatus(response.status)) return null;
  const target = redirectTarget(context.hop, response);
  return {
    kind: target === null ? 'elsewhere' : redirectKind(context.hop.url, target),
    status: displayStatus(response),
    code: String(response.status),
    to: target === null ? null : displayUrl(target),
  };
}
