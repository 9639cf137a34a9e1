import { isCorsUnsafeRequestHeaderByte } from './cors-unsafe-request-header-byte.ts';
import type { EngineProfile } from './engine-profile.ts';
import { isSimpleRangeHeaderValue } from './simple-range-header-value.ts';

const LONGEST_SAFE_VALUE = 128;

/** Why a header isn't safelisted; null if it is. */
export type UnsafeDetail = 'name' | 'value' | 'too-long';

const SAFELISTED_MIME_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/**
 * Whether a request header needs no preflight, and if not, why.
 *
 * @param name lower case
 * @param value isomorphically decoded bytes
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function unsafeRequestHeaderDetail(
  name: string,
  value: string,
  profile: EngineProfile,
): UnsafeDetail | null {
  switch (name) {
    case 'accept':
      if (value.length > LONGEST_SAFE_VALUE) return 'too-long';
      return hasUnsafeByte(value, profile) ? 'value' : null;
    case 'accept-language':
    case 'content-language':
      if (value.length > LONGEST_SAFE_VALUE) return 'too-long';
      return isLanguageValue(value) ? null : 'value';
    case 'content-type':
      if (value.length > LONGEST_SAFE_VALUE) return 'too-long';
      if (hasUnsafeByte(value, profile)) return 'value';
      return SAFELISTED_MIME_TYPES.has(mimeEssence(value)) ? null : 'value';
    case 'range':
      if (value.length > LONGEST_SAFE_VALUE) return 'too-long';
      return isSimpleRangeHeaderValue(value) ? null : 'value';
    default:
      return isNeverUnsafe(name, profile) ? null : 'name';
  }
}

/**
 * Whether a header never calls for a preflight in this engine although the standard doesn't safelist it: the engine
 * does, or doesn't let script set it.
 *
 * @param name lower case
 */
export function isNeverUnsafe(name: string, profile: EngineProfile): boolean {
  return profile.extraSafelistedRequestHeaders.has(name) || profile.extraForbiddenRequestHeaders.has(name);
}

function hasUnsafeByte(value: string, profile: EngineProfile): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const byte = value.charCodeAt(at);
    if (isCorsUnsafeRequestHeaderByte(byte)) return true;
    if (byte > 0x7f && profile.nonAsciiIsUnsafe) return true;
  }
  return false;
}

/** Only `0-9`, `A-Z`, `a-z`, space and `*,-.;=`. */
function isLanguageValue(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const byte = value.charCodeAt(at);
    const isAlphanumeric =
      (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    if (!isAlphanumeric && !' *,-.;='.includes(value.charAt(at))) return false;
  }
  return true;
}

/** The essence of a MIME type: lower case, without parameters. @see https://mimesniff.spec.whatwg.org/#mime-type-essence */
function mimeEssence(value: string): string {
  const semicolon = value.indexOf(';');
  return (semicolon < 0 ? value : value.slice(0, semicolon)).trim().toLowerCase();
}
