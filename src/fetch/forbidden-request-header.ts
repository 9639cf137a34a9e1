const FORBIDDEN: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** Headers that script may set and that browsers also add themselves, so seeing one proves nothing. */
const ADDED_BY_BROWSERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'authorization',
  'cache-control',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'pragma',
  'priority',
  'purpose',
  'range',
  'save-data',
  'upgrade-insecure-requests',
  'user-agent',
  'x-client-data',
]);

/**
 * Whether script can't set a request header, so that it never causes a preflight.
 *
 * @param name lower case
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeaderName(name: string): boolean {
  return FORBIDDEN.has(name) || name.startsWith('sec-') || name.startsWith('proxy-');
}

/**
 * Whether a header on the wire may have been put there by the browser itself, after the question of a preflight was
 * settled (caching, HTTP authentication, media ranges).
 *
 * @param name lower case
 */
export function mayBeAddedByBrowser(name: string): boolean {
  return ADDED_BY_BROWSERS.has(name);
}

/**
 * Whether an Authorization header may be the browser's own: only with these schemes does it sign in by itself. A token
 * was set by script.
 *
 * @param value as it was sent, or with its credentials masked
 */
export function isHttpAuthentication(value: string): boolean {
  return /^(\[masked: )?(basic|digest|negotiate|ntlm)\b/i.test(value.trim());
}
