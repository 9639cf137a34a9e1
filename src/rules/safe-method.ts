/**
 * Whether a method is meant to change nothing on the server.
 *
 * @see https://httpwg.org/specs/rfc9110.html#safe.methods
 */
export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
