import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts';
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts';
import type { EngineProfile } from './engine-profile.ts';
import { type ExtractedValues, extractHeaderListValues } from './extract-header-list-values.ts';

/** @see https://fetch.spec.whatwg.org/#ok-status */
export function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** The two lists of a preflight's response, read once. */
export interface AllowLists {
  readonly methods: ExtractedValues;
  readonly headers: ExtractedValues;
}

/** Steps 7.1 to 7.4 of a CORS-preflight fetch. @see https://fetch.spec.whatwg.org/#cors-preflight-fetch */
export function extractAllowLists(
  methodLines: readonly string[],
  headerLines: readonly string[],
): AllowLists {
  return { methods: extractHeaderListValues(methodLines), headers: extractHeaderListValues(headerLines) };
}

/**
 * Step 7.5: the method must be safelisted, listed (case matters), or covered by `*` without credentials.
 *
 * @param allowed what Access-Control-Allow-Methods lists
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function allowsMethod(
  method: string,
  allowed: readonly string[],
  credentialsIncluded: boolean,
): boolean {
  if (isCorsSafelistedMethod(method) || allowed.includes(method)) return true;
  return !credentialsIncluded && allowed.includes('*');
}

/**
 * Steps 7.6 and 7.7: each unsafe header must be listed (case doesn't matter), or covered by `*` without credentials.
 *
 * @param names lower case, in the order of Access-Control-Request-Headers
 * @param allowed what Access-Control-Allow-Headers lists
 * @returns the names that aren't allowed, in the same order
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function disallowedHeaders(
  names: readonly string[],
  allowed: readonly string[],
  credentialsIncluded: boolean,
  profile: EngineProfile,
): readonly string[] {
  if (names.length === 0) return names;
  const listed = new Set(allowed.map((name) => name.toLowerCase()));
  const wildcard = !credentialsIncluded && listed.has('*');
  return names.filter((name) => {
    if (listed.has(name)) return false;
    if (!wildcard) return true;
    return isCorsNonWildcardRequestHeaderName(name) && !profile.wildcardCoversAuthorization;
  });
}
