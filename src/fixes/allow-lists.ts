import { isCorsSafelistedMethod } from '../fetch/cors-safelisted-method.ts';
import { extractHeaderListValues } from '../fetch/extract-header-list-values.ts';
import { isHttpToken } from '../fetch/http-token.ts';

/**
 * The methods that a server should allow: those that its lines name now, and the one that was asked for. A method that
 * is there in the wrong case is replaced; `*` goes, because it covers nothing once credentials are in play.
 *
 * @param lines the lines of Access-Control-Allow-Methods
 */
export function extendMethods(lines: readonly string[], method: string): readonly string[] {
  const kept = tokensOf(lines).filter((each) => each !== '*' && !isOtherCaseOf(each, method));
  // GET, HEAD and POST are allowed without being listed.
  const enough = kept.includes(method) || (kept.length > 0 && isCorsSafelistedMethod(method));
  return enough ? kept : [...kept, method];
}

/**
 * The request headers that a server should allow: those that its lines name now, and those that were asked for. `*`
 * goes, because it covers nothing once credentials are in play.
 *
 * @param lines the lines of Access-Control-Allow-Headers
 * @param asked names from Access-Control-Request-Headers
 */
export function extendHeaders(lines: readonly string[], asked: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const seen = new Set(['*']);
  for (const name of [...tokensOf(lines), ...asked]) {
    const lower = name.toLowerCase();
    if (seen.has(lower)) continue;
    seen.add(lower);
    kept.push(name);
  }
  return kept;
}

/** The tokens of a list, also of one that browsers can't read: whatever separates or quotes them is left out. */
function tokensOf(lines: readonly string[]): readonly string[] {
  const read = extractHeaderListValues(lines);
  if (read.ok) return read.values;
  return lines.flatMap((line) => line.split(/[\s,;|"'()[\]{}]+/)).filter(isHttpToken);
}

/** `put` for `PUT`. The other way round both may be meant: browsers don't put `patch` into upper case. */
function isOtherCaseOf(listed: string, method: string): boolean {
  return listed !== method && method === method.toUpperCase() && listed.toUpperCase() === method;
}
