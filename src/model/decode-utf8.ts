/** A header's bytes read as UTF-8. */
export interface DecodedValue {
  readonly text: string;
  /** Whether all bytes were UTF-8; what wasn't is U+FFFD in the text. */
  readonly valid: boolean;
}

const REPLACEMENT = '\ufffd';

/**
 * Reads an isomorphically decoded header value as UTF-8, as consoles print it. A value that holds anything but bytes
 * was decoded before and is given back as it is. Linear.
 */
export function decodeUtf8(value: string): DecodedValue {
  let nonAscii = false;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code > 0xff) return { text: value, valid: true };
    if (code > 0x7f) nonAscii = true;
  }
  return nonAscii ? decodeBytes(value) : { text: value, valid: true };
}

/** A header's value as people read it: as UTF-8 where it is that, as it is where it isn't. */
export function readableValue(value: string): string {
  const { text, valid } = decodeUtf8(value);
  return valid ? text : value;
}

function decodeBytes(bytes: string): DecodedValue {
  let text = '';
  let valid = true;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes.charCodeAt(at);
    const length = sequenceLength(lead);
    const codePoint = length === 0 ? -1 : readSequence(bytes, at, length);
    if (codePoint < 0) {
      text += REPLACEMENT;
      valid = false;
      at += 1;
    } else {
      text += String.fromCodePoint(codePoint);
      at += length;
    }
  }
  return { text, valid };
}

/** 0 for a byte that can't lead a sequence. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The code point, or -1 if the sequence is cut off, overlong, a surrogate or out of range. */
function readSequence(bytes: string, at: number, length: number): number {
  const lead = bytes.charCodeAt(at);
  if (length === 1) return lead;
  let codePoint = lead & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes.charCodeAt(next);
    if (Number.isNaN(byte) || (byte & 0xc0) !== 0x80) return -1;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  const smallest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint < smallest || isSurrogate || codePoint > 0x10ffff ? -1 : codePoint;
}
