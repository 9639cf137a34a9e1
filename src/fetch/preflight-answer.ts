import type { Hop } from '../model/exchange.ts';
import { type AllowLists, extractAllowLists } from './cors-preflight-fetch.ts';
import { isNeverUnsafe } from './cors-safelisted-request-header.ts';
import type { EngineProfile } from './engine-profile.ts';
import { type HeaderLines, linesOf } from './header-lines.ts';
import { isRedirectStatus } from './http-redirect-fetch.ts';

/** The answer to a preflight and what it was asked, as the checks compare them. */
export interface PreflightAnswer {
  readonly status: number;
  /** Where it redirects to; null if it doesn't. */
  readonly location: string | null;
  readonly headers: HeaderLines;
  readonly lists: AllowLists;
  readonly method: string;
  /** Names of request headers that have to be allowed, lower case. */
  readonly names: readonly string[];
}

/**
 * @param request the preflight's own headers
 * @param requestedNames the names in its Access-Control-Request-Headers
 * @param headers its answer's
 * @param observing whether it is the engine that asked
 */
export function readPreflightAnswer(
  hop: Hop,
  request: HeaderLines | null,
  requestedNames: readonly string[],
  status: number,
  headers: HeaderLines,
  profile: EngineProfile,
  observing: boolean,
): PreflightAnswer {
  return {
    status,
    location: isRedirectStatus(status) ? locationOf(headers, profile) : null,
    headers,
    lists: extractAllowLists(
      linesOf(headers, 'access-control-allow-methods'),
      linesOf(headers, 'access-control-allow-headers'),
    ),
    method: linesOf(request ?? [], 'access-control-request-method')[0] ?? hop.method,
    // The engine that asked knows best: a value may have made it unsafe.
    names: observing ? requestedNames : requestedNames.filter((name) => !isNeverUnsafe(name, profile)),
  };
}

/** An empty Location redirects nowhere, except where it is followed. */
function locationOf(headers: HeaderLines, profile: EngineProfile): string | null {
  const location = linesOf(headers, 'location')[0] ?? null;
  return location === '' && !profile.followsEmptyLocation ? null : location;
}
