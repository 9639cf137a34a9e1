const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** @see https://fetch.spec.whatwg.org/#http-whitespace */
function isHttpWhitespace(code: number): boolean {
  return code === SPACE || code === TAB || code === LF || code === CR;
}

/**
 * The value without HTTP whitespace at both ends. `String.trim` takes off more (no-break space, for one), which
 * browsers leave in header values. Linear.
 */
export function trimHttpWhitespace(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isHttpWhitespace(value.charCodeAt(start))) start += 1;
  while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === value.length ? value : value.slice(start, end);
}
