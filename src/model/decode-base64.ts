const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(
  [...ALPHABET, '-', '_'].map((character, index) => [character, index > 63 ? index - 2 : index]),
);

/** What base64, in either alphabet, stands for: one character for each byte. It ends where something else begins. */
export function decodeBase64(text: string): string {
  let bits = 0;
  let count = 0;
  let decoded = '';
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) break;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    decoded += String.fromCharCode((bits >> count) & 0xff);
  }
  return decoded;
}
