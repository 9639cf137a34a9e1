const TAB = 0x09;
const SPACE = 0x20;
const DEL = 0x7f;
const UNSAFE_PRINTABLE = new Set(Array.from('"():<>?@[\\]{}', (character) => character.charCodeAt(0)));

/**
 * Whether a byte makes a safelisted header's value need a preflight.
 *
 * @param byte 0 to 255 (a code unit of an isomorphically decoded value)
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
 */
export function isCorsUnsafeRequestHeaderByte(byte: number): boolean {
  if (byte < SPACE) return byte !== TAB;
  return byte === DEL || UNSAFE_PRINTABLE.has(byte);
}
