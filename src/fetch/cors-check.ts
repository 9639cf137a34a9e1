import { decodeUtf8 } from '../model/decode-utf8.ts';
import { parseUrl } from '../model/url.ts';
import type { EngineProfile } from './engine-profile.ts';
import { combine } from './header-lines.ts';
import { trimHttpWhitespace } from './http-whitespace.ts';

/** What is wrong with Access-Control-Allow-Origin; null if nothing is. */
export type AllowOriginProblem =
  | 'missing'
  | 'multiple'
  | 'invalid'
  | 'mismatch'
  | 'wildcard-with-credentials';

/**
 * The first half of the CORS check: steps 1 to 4, and a name for the way in which it fails. Linear in the value's length.
 *
 * @param lines the lines of Access-Control-Allow-Origin
 * @param origin the Origin that the request sent
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function allowOriginProblem(
  lines: readonly string[],
  origin: string,
  credentialsIncluded: boolean,
  profile: EngineProfile,
): AllowOriginProblem | null {
  const combined = combine(lines);
  if (combined === null) return 'missing';
  const value = trimHttpWhitespace(combined);
  if (value === '*') return credentialsIncluded ? 'wildcard-with-credentials' : null;
  if (value === origin && value !== '') return null;
  if (lines.length > 1 || value.includes(',') || value.includes(' ')) return 'multiple';
  if (value === 'null' || !profile.namesInvalidAllowOrigin) return 'mismatch';
  // A URL is read from the value's bytes: what isn't UTF-8 in its host makes it invalid.
  return parseUrl(decodeUtf8(value).text) === null ? 'invalid' : 'mismatch';
}

/**
 * The second half: steps 5 to 7. The value is compared by its bytes, so `True` fails.
 *
 * @param lines the lines of Access-Control-Allow-Credentials
 * @returns whether credentials are allowed
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function allowsCredentials(lines: readonly string[], profile: EngineProfile): boolean {
  const counted = profile.dropsEmptyHeaderLines ? lines.filter((line) => line !== '') : lines;
  const value = combine(counted);
  return value !== null && trimHttpWhitespace(value) === 'true';
}
