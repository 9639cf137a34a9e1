/** Larger positions overflow in the engines, which then call the header unsafe. */
const MOST_DIGITS = 18;

/**
 * Whether a Range value is `bytes=first-` or `bytes=first-last`, the only ranges that need no preflight.
 *
 * @see https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function isSimpleRangeHeaderValue(value: string): boolean {
  const match = /^bytes=(\d+)-(\d*)$/.exec(value);
  if (match === null) return false;
  const [, first = '', last = ''] = match;
  if (first.length > MOST_DIGITS || last.length > MOST_DIGITS) return false;
  return last === '' || BigInt(first) <= BigInt(last);
}
