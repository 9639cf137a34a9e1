/**
 * Whether the standard excludes a header from what `*` in Access-Control-Allow-Headers covers. Whether an engine
 * follows is for its profile to say.
 *
 * @param name lower case
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export function isCorsNonWildcardRequestHeaderName(name: string): boolean {
  return name === 'authorization';
}
