/**
 * A short salted hash of a URL: equal URLs of one session have equal keys. It stands in for the URL wherever that
 * must not be kept, because it may hold secrets. It is no cryptographic hash, and need not be one: 53 bits of a secret
 * mixed with a random salt, in memory only, lead nobody back to it, and a collision needs the same frame, method and moment.
 *
 * @param salt any text; random for each session of the browser
 */
export function urlKey(url: string, salt: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const text = salt + url;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
