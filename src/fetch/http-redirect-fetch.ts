import type { Hop } from '../model/exchange.ts';
import { originOf } from '../model/origin.ts';
import { parseUrl } from '../model/url.ts';
import type { EngineProfile } from './engine-profile.ts';
import { type HeaderLines, hasLines, linesOf } from './header-lines.ts';
import { isPlainHttpUrl } from './url-parts.ts';

/** @see https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** Where a response redirects to. */
export interface HopRedirect {
  /** As the server wrote it, or the URL that the browser named. */
  readonly location: string;
  /** The browser made it itself (HSTS, upgraded requests): no server answered, nothing is checked. */
  readonly internal: boolean;
}

/**
 * The redirect of a hop: by its status and Location, or because the browser went on.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function redirectOf(hop: Hop, response: HeaderLines | null, wentOn: boolean): HopRedirect | null {
  const header = response === null ? undefined : linesOf(response, 'location')[0];
  const byStatus = hop.response !== undefined && isRedirectStatus(hop.response.status) && Boolean(header);
  const location = byStatus ? header : (hop.redirectUrl ?? (wentOn ? (header ?? '') : undefined));
  if (location === undefined) return null;
  return { location, internal: isInternal(hop, response) };
}

/**
 * The redirect of a hop in an engine that didn't run it: some take an empty Location for the same URL, others for none.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function predictedRedirectOf(
  hop: Hop,
  response: HeaderLines | null,
  wentOn: boolean,
  profile: EngineProfile,
): HopRedirect | null {
  const isRedirect = response !== null && hop.response !== undefined && isRedirectStatus(hop.response.status);
  if (!isRedirect || linesOf(response, 'location')[0] !== '') return redirectOf(hop, response, wentOn);
  return profile.followsEmptyLocation ? { location: '', internal: false } : null;
}

/** Firefox gives such a redirect the status 0, Chromium the header. */
function isInternal(hop: Hop, response: HeaderLines | null): boolean {
  if (hop.response === undefined || response === null || hop.response.status === 0) return true;
  return hasLines(response, 'non-authoritative-reason');
}

export type LocationProblem = 'credentials-in-url' | 'scheme';

/**
 * What the standard forbids of a redirect's target: schemes other than HTTP(S), and user name or password across
 * origins. Null if it may be followed, or if the target isn't a URL (which isn't CORS).
 *
 * @param location as the server wrote it
 * @param url that of the redirecting hop
 * @param cors whether the CORS protocol applied to it
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function redirectLocationProblem(
  location: string,
  url: string,
  initiator: string,
  cors: boolean,
  profile: EngineProfile,
): LocationProblem | null {
  if (isPlainHttpUrl(location)) return null;
  const target = parseUrl(location, url);
  if (target === null) return null;
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return 'scheme';
  if (target.username === '' && target.password === '') return null;
  const crossesOrigins = cors || originOf(target.href) !== initiator;
  return crossesOrigins || profile.userinfoInLocation === 'never-allowed' ? 'credentials-in-url' : null;
}
