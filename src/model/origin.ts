import { parseUrl } from './url.ts';

/** How an opaque origin is serialised. @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
export const OPAQUE_ORIGIN = 'null';

/**
 * The serialised origin of a URL: `https://a.example`, or `null` (the word) if it has none or can't be parsed.
 * blob: URLs have the origin of what made them.
 */
export function originOf(url: string): string {
  return parseUrl(url)?.origin ?? OPAQUE_ORIGIN;
}

/**
 * Whether a URL is same origin with a serialised origin. An opaque origin is same origin with nothing that a
 * network request can reach.
 *
 * @see https://html.spec.whatwg.org/multipage/browsers.html#same-origin
 */
export function isSameOrigin(url: string, origin: string): boolean {
  if (origin === OPAQUE_ORIGIN) return false;
  // Most of the traffic is same-origin: one comparison settles it without parsing the URL.
  if (url.startsWith(origin)) {
    const next = url.charAt(origin.length);
    if (next === '/' || next === '?' || next === '#' || next === '') return true;
  }
  return originOf(url) === origin;
}

/** Whether a host name means this very machine: `localhost`, `*.localhost`, `127.0.0.0/8` or `[::1]`. */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** Whether a host name is an address of a private network (RFC 1918, link-local, unique local). */
export function isPrivateHost(hostname: string): boolean {
  if (/^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){2,3}$/.test(hostname)) {
    return hostname.split('.').length === 4;
  }
  return /^\[(f[cd]|fe[89ab])[0-9a-f]{0,2}:/i.test(hostname);
}

/**
 * Whether people develop there: a page of this origin is recorded from its first request. Loopback, private
 * addresses, and the names that are reserved or in use for local development.
 */
export function isDevelopmentOrigin(origin: string): boolean {
  const url = parseUrl(origin);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
  const host = url.hostname.replace(/\.$/, '');
  return isLoopbackHost(host) || isPrivateHost(host) || /\.(test|local)$/.test(host);
}

/**
 * Whether browsers treat the origin as a secure context's.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isPotentiallyTrustworthy(origin: string): boolean {
  const url = parseUrl(origin);
  if (url === null) return false;
  return url.protocol === 'https:' || url.protocol === 'wss:' || isLoopbackHost(url.hostname);
}
