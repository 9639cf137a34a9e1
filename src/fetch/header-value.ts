import { trimHttpWhitespace } from './http-whitespace.ts';

/**
 * Whether a value can stand in a header line: bytes only (isomorphically decoded), no NUL, LF or CR, and no whitespace at
 * its ends. Linear, any string.
 *
 * @see https://fetch.spec.whatwg.org/#header-value
 */
export function isHeaderValue(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code === 0x00 || code === 0x0a || code === 0x0d || code > 0xff) return false;
  }
  return trimHttpWhitespace(value) === value;
}
