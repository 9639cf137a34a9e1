/** 1 for each code unit below 128 that may stand in a token. @see https://httpwg.org/specs/rfc9110.html#tokens */
const TOKEN_CODE_POINTS = new Uint8Array(128);
for (const character of "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
  TOKEN_CODE_POINTS[character.charCodeAt(0)] = 1;
}

/** Whether a value is an HTTP token, which method and header names must be. Linear, any string. */
export function isHttpToken(value: string): boolean {
  if (value === '') return false;
  for (let at = 0; at < value.length; at += 1) {
    if (TOKEN_CODE_POINTS[value.charCodeAt(at)] !== 1) return false;
  }
  return true;
}
