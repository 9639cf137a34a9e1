/**
 * Whether a method needs no preflight and no mention in Access-Control-Allow-Methods. Methods are case-sensitive.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-method
 */
export function isCorsSafelistedMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}
