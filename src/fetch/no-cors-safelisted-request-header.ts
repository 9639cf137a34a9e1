import { unsafeRequestHeaderDetail } from './cors-safelisted-request-header.ts';
import type { EngineProfile } from './engine-profile.ts';

/** @see https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header-name */
const NO_CORS_NAMES: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
]);

/**
 * Whether script may set a header on a request whose mode is `no-cors`; browsers silently leave out any other.
 *
 * @param name lower case
 * @see https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
 */
export function isNoCorsSafelistedRequestHeader(
  name: string,
  value: string,
  profile: EngineProfile,
): boolean {
  return NO_CORS_NAMES.has(name) && unsafeRequestHeaderDetail(name, value, profile) === null;
}
