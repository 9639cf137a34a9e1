import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts';
import type { AllowLists } from './cors-preflight-fetch.ts';
import type { EngineProfile } from './engine-profile.ts';
import { combine } from './header-lines.ts';
import { trimHttpWhitespace } from './http-whitespace.ts';

/**
 * The CORS-preflight cache as a value: what fills or clears it gives another one. Nothing in it expires by itself;
 * whoever looks something up says when.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export type PreflightCache<Source> = readonly PreflightCacheEntry<Source>[];

/** One method or one header name that an answer allowed. */
export interface PreflightCacheEntry<Source> extends PreflightCacheKey {
  /** Null for a header's entry. */
  readonly method: string | null;
  /** Lower case; null for a method's entry. */
  readonly headerName: string | null;
  /** Milliseconds since the epoch; from then on it counts no more. */
  readonly expiresAt: number;
  /** The preflight whose answer made it. */
  readonly filledBy: Source;
}

/** Whose answers may be used for a request. */
export interface PreflightCacheKey {
  /** The network partition: what top-level site it is for. */
  readonly partition: string;
  readonly origin: string;
  /** With its query, without its fragment. */
  readonly url: string;
  readonly credentials: 'include' | 'not-include' | 'unknown';
}

/** What a request wants to be allowed. */
export interface PreflightedRequest extends PreflightCacheKey {
  readonly method: string;
  /** Its CORS-unsafe request-header names, lower case. */
  readonly unsafeNames: readonly string[];
}

/** What a preflight that passed was answered. */
export interface CacheableAnswer extends AllowLists {
  /** The lines of Access-Control-Max-Age. */
  readonly maxAge: readonly string[];
}

/**
 * The entries by which a request needs no preflight of its own; null if one is sent. The method comes first.
 *
 * @param at milliseconds since the epoch
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export function matchingEntries<Source>(
  cache: PreflightCache<Source>,
  request: PreflightedRequest,
  at: number,
  profile: EngineProfile,
): readonly PreflightCacheEntry<Source>[] | null {
  const usable = cache.filter((entry) => at < entry.expiresAt && isCacheEntryMatch(entry, request, profile));
  const found: PreflightCacheEntry<Source>[] = [];
  // Nothing else tells of an upload listener, so its request is taken to need an entry for its method.
  const implied = profile.preflightCache.impliedMethods.has(request.method);
  if (!implied || request.unsafeNames.length === 0) {
    const entry = methodCacheEntryMatch(usable, request.method, profile) ?? (implied ? usable[0] : undefined);
    if (entry === undefined) return null;
    found.push(entry);
  }
  for (const name of request.unsafeNames) {
    const entry = headerNameCacheEntryMatch(usable, name, profile);
    if (entry === undefined) return null;
    found.push(entry);
  }
  return found;
}

/** @see https://fetch.spec.whatwg.org/#concept-cache-match */
function isCacheEntryMatch(
  entry: PreflightCacheKey,
  request: PreflightCacheKey,
  profile: EngineProfile,
): boolean {
  if (!isSameKey(entry, request)) return false;
  if (entry.credentials === 'unknown' || request.credentials === 'unknown') return true;
  if (entry.credentials === request.credentials) return true;
  return entry.credentials === 'include' && profile.preflightCache.credentialedCoverOthers;
}

/** @see https://fetch.spec.whatwg.org/#concept-cache-match-method */
function methodCacheEntryMatch<Source>(
  entries: PreflightCache<Source>,
  method: string,
  profile: EngineProfile,
): PreflightCacheEntry<Source> | undefined {
  return entries.find((entry) => entry.method === method || (entry.method === '*' && isWild(entry, profile)));
}

/** @see https://fetch.spec.whatwg.org/#concept-cache-match-header */
function headerNameCacheEntryMatch<Source>(
  entries: PreflightCache<Source>,
  name: string,
  profile: EngineProfile,
): PreflightCacheEntry<Source> | undefined {
  return entries.find((entry) => {
    if (entry.headerName === name) return true;
    if (entry.headerName !== '*' || !isWild(entry, profile)) return false;
    return profile.preflightCache.wildcardCovers === 'all' || !isCorsNonWildcardRequestHeaderName(name);
  });
}

/** With credentials `*` is only a name. */
function isWild(entry: PreflightCacheKey, profile: EngineProfile): boolean {
  return entry.credentials !== 'include' && profile.preflightCache.wildcardCovers !== 'nothing';
}

/**
 * The cache once a preflight was found necessary: some engines then drop what they had for its URL.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-clear
 */
export function afterMiss<Source>(
  cache: PreflightCache<Source>,
  request: PreflightCacheKey,
  profile: EngineProfile,
): PreflightCache<Source> {
  return profile.preflightCache.oneAnswerForUrl ? clearCacheEntries(cache, request) : cache;
}

/** The cache once a request that needs a preflight, or the preflight itself, has failed. */
export function afterFailure<Source>(
  cache: PreflightCache<Source>,
  request: PreflightCacheKey,
  profile: EngineProfile,
): PreflightCache<Source> {
  return profile.preflightCache.failureClears ? clearCacheEntries(cache, request) : cache;
}

/**
 * The cache once a preflight has passed: steps 7.8 to 7.15 of a CORS-preflight fetch.
 *
 * @param at when the answer was received, in milliseconds since the epoch
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function afterAnswer<Source>(
  cache: PreflightCache<Source>,
  request: PreflightCacheKey & { readonly method: string },
  answer: CacheableAnswer,
  at: number,
  filledBy: Source,
  profile: EngineProfile,
): PreflightCache<Source> {
  const seconds = secondsCached(answer.maxAge, profile);
  if (seconds === 0 || request.url.length > profile.preflightCache.longestUrl) return cache;
  const { partition, origin, url, credentials } = request;
  const expiresAt = at + seconds * 1000;
  const key = { partition, origin, url, credentials, expiresAt, filledBy };
  // Without a list, a method that needs none is what the preflight of an upload listener allowed.
  const methods = namesIn(answer.methods);
  if (profile.preflightCache.impliedMethods.has(request.method)) methods.add(request.method);
  const headerNames = namesIn(answer.headers, lowerCase);
  const kept = cache.filter((entry) => {
    if (!isSameKey(entry, request)) return true;
    if (profile.preflightCache.oneAnswerForUrl) return false;
    if (entry.credentials !== credentials) return true;
    return !(entry.method === null ? headerNames.has(entry.headerName ?? '') : methods.has(entry.method));
  });
  return [
    ...kept,
    ...Array.from(methods, (method) => ({ ...key, method, headerName: null })),
    ...Array.from(headerNames, (headerName) => ({ ...key, method: null, headerName })),
  ];
}

/**
 * For how many seconds an answer counts; 0 if it isn't kept at all.
 *
 * @param lines those of Access-Control-Max-Age
 */
export function secondsCached(lines: readonly string[], { preflightCache }: EngineProfile): number {
  const value = trimHttpWhitespace(combine(lines) ?? '');
  if (value === '') return preflightCache.default;
  if (!(preflightCache.takesSign ? SIGNED : DIGITS).test(value)) return preflightCache.malformed;
  const seconds = Number(value);
  if (Math.abs(seconds) >= preflightCache.readableBelow) return preflightCache.malformed;
  return Math.min(Math.max(seconds, 0), preflightCache.cap);
}

const DIGITS = /^\d+$/;
const SIGNED = /^[+-]?\d+$/;

/** @see https://fetch.spec.whatwg.org/#concept-cache-clear */
function clearCacheEntries<Source>(
  cache: PreflightCache<Source>,
  request: PreflightCacheKey,
): PreflightCache<Source> {
  return cache.filter((entry) => !isSameKey(entry, request));
}

function isSameKey(entry: PreflightCacheKey, { partition, origin, url }: PreflightCacheKey): boolean {
  return entry.url === url && entry.origin === origin && entry.partition === partition;
}

function namesIn(list: AllowLists['methods'], spelling = (name: string) => name): Set<string> {
  return new Set(list.ok ? list.values.map(spelling) : []);
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}
