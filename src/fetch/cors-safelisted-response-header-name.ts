const SAFELISTED: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/**
 * Whether script can read a response header without Access-Control-Expose-Headers.
 *
 * @param name lower case
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 */
export function isCorsSafelistedResponseHeaderName(name: string): boolean {
  return SAFELISTED.has(name);
}

/**
 * Whether script can never read a response header, whoever sent it.
 *
 * @param name lower case
 * @see https://fetch.spec.whatwg.org/#forbidden-response-header-name
 */
export function isForbiddenResponseHeaderName(name: string): boolean {
  return name === 'set-cookie' || name === 'set-cookie2';
}
