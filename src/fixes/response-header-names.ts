/**
 * Whether it is one of the response headers of the CORS protocol. A page that sends one of them in a request means the
 * server's answer; to allow it there would only make the mistake work.
 *
 * @param name of any case
 * @see https://fetch.spec.whatwg.org/#http-responses
 */
export function isCorsResponseHeaderName(name: string): boolean {
  return RESPONSE_HEADERS.has(name.toLowerCase());
}

const RESPONSE_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-max-age',
  'access-control-expose-headers',
]);
