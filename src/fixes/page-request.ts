import { isCorsNonWildcardRequestHeaderName } from '../fetch/cors-non-wildcard-request-header-name.ts';
import { isCorsSafelistedMethod } from '../fetch/cors-safelisted-method.ts';
import { corsUnsafeRequestHeaderNames } from '../fetch/cors-unsafe-request-header-names.ts';
import type { EngineProfile } from '../fetch/engine-profile.ts';
import {
  isForbiddenRequestHeaderName,
  isHttpAuthentication,
  mayBeAddedByBrowser,
} from '../fetch/forbidden-request-header.ts';
import type { Hop, HttpResponse } from '../model/exchange.ts';
import type { Header, HeaderList } from '../model/header-list.ts';
import { intendedHeaders } from '../model/intended-headers.ts';
import { type PreflightQuestion, questionOf } from './preflight-question.ts';
import { turnsIntoGet } from './unseen-hop.ts';

/** What a page asks for, without what its browser adds. */
export interface PageRequest {
  readonly method: string;
  readonly headers: HeaderList;
}

/**
 * The headers of a hop's request that its page set, as far as that can be told. Where the browser showed no request, those
 * that its preflight names are there without a value.
 */
export function pageHeaders(hop: Hop): HeaderList {
  const asked = new Set(askedFor(hop));
  const shown = intendedHeaders(hop).filter(([name, value]) => isSetByPage(name.toLowerCase(), value, asked));
  return [...shown, ...unshownNames(hop).map((name): Header => [name, ''])];
}

/** The names that a preflight asks for and whose values aren't to be seen, lower case. */
export function unshownNames(hop: Hop): readonly string[] {
  const shown = new Set(intendedHeaders(hop).map(([name]) => name.toLowerCase()));
  return askedFor(hop).filter((name) => !shown.has(name));
}

function askedFor({ preflight }: Hop): readonly string[] {
  return preflight === undefined ? [] : [...new Set(questionOf(preflight).headers)];
}

function isSetByPage(name: string, value: string, asked: ReadonlySet<string>): boolean {
  if (isForbiddenRequestHeaderName(name)) return false;
  if (asked.has(name) || !mayBeAddedByBrowser(name)) return true;
  return name === 'authorization' && !isHttpAuthentication(value);
}

/**
 * What a request's preflight asks for; null if it needs none.
 *
 * @param unshown names whose values aren't to be seen: without one, they are as unsafe as they were
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export function preflightQuestion(
  { method, headers }: PageRequest,
  unshown: ReadonlySet<string>,
  profile: EngineProfile,
): PreflightQuestion | null {
  const isUnshown = ([name, value]: Header) => value === '' && unshown.has(name.toLowerCase());
  const shown = headers.filter((header) => !isUnshown(header));
  const names = [
    ...headers.filter(isUnshown).map(([name]) => name.toLowerCase()),
    ...corsUnsafeRequestHeaderNames(shown, profile).map(({ name }) => name),
  ];
  if (names.length === 0 && isCorsSafelistedMethod(method)) return null;
  return { method, headers: [...new Set(names)].sort() };
}

/** Whether two preflights ask for the same. */
export function isSameQuestion(one: PreflightQuestion | null, other: PreflightQuestion | null): boolean {
  if (one === null || other === null) return one === other;
  return one.method === other.method && one.headers.toSorted().join() === other.headers.toSorted().join();
}

/**
 * What is left of a request once an answer has redirected it: it may have become a GET, without a body and the headers
 * that describe one, and it carries no token to another origin.
 *
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch (steps 12 and 13)
 */
export function afterRedirect(
  request: PageRequest,
  answer: HttpResponse | undefined,
  crossesOrigins: boolean,
): PageRequest {
  const becomesGet = answer !== undefined && turnsIntoGet(answer.status, request.method);
  const headers = request.headers.filter(([name]) => {
    const lower = name.toLowerCase();
    if (becomesGet && REQUEST_BODY_HEADERS.has(lower)) return false;
    return !(crossesOrigins && isCorsNonWildcardRequestHeaderName(lower));
  });
  return { method: becomesGet ? 'GET' : request.method, headers };
}

/** @see https://fetch.spec.whatwg.org/#request-body-header-name */
const REQUEST_BODY_HEADERS: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);
