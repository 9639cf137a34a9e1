import type { CredentialsMode } from '../model/exchange.ts';
import type { Header, HeaderList } from '../model/header-list.ts';
import {
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
} from './cors-safelisted-response-header-name.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { ReadableCondition, ReadableHeaders } from './evaluation.ts';
import { type ExtractedValues, extractHeaderListValues } from './extract-header-list-values.ts';

/**
 * Which headers of a same-origin response script can read: all but cookies.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-basic
 */
export function readableOfBasicResponse(headers: HeaderList): ReadableHeaders {
  return divide(headers, NO_NAMES, NO_CONDITIONS);
}

/**
 * Which headers of a response that passed the CORS check script can read. `*` counts only without credentials; one
 * item that isn't a token voids the whole list.
 *
 * @param exposeLines the lines of Access-Control-Expose-Headers
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-cors
 */
export function readableOfCorsResponse(
  headers: HeaderList,
  exposeLines: readonly string[],
  credentials: CredentialsMode | 'unknown',
  profile: EngineProfile,
): ReadableHeaders {
  if (exposeLines.length === 0) return divide(headers, NO_NAMES, null);
  const extracted = extractHeaderListValues(exposeLines);
  const exposed = extracted.ok ? new Set(extracted.values.map((value) => value.toLowerCase())) : NO_NAMES;
  return divide(headers, exposed, conditionsOfWildcard(extracted, credentials, profile));
}

/**
 * What has to hold, of what the browser doesn't show, so that a `*` exposes all headers; null if there is none that
 * counts.
 *
 * @param exposed the items of Access-Control-Expose-Headers
 */
export function conditionsOfWildcard(
  exposed: ExtractedValues,
  credentials: CredentialsMode | 'unknown',
  profile: EngineProfile,
): readonly ReadableCondition[] | null {
  if (credentials === 'include') return null;
  const conditions: readonly ReadableCondition[] =
    credentials === 'unknown' ? ['credentials-not-include'] : [];
  if (exposed.ok) return exposed.values.includes('*') ? conditions : null;
  const counts = profile.exposesAllBeforeInvalidItem && exposed.before.includes('*');
  return counts ? ['fetch', ...conditions] : null;
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NO_CONDITIONS: readonly ReadableCondition[] = [];

/**
 * @param exposed names, lower case
 * @param conditions what has to hold so that others are readable, too; null if they aren't
 */
function divide(
  headers: HeaderList,
  exposed: ReadonlySet<string>,
  conditions: readonly ReadableCondition[] | null,
): ReadableHeaders {
  const readable: Header[] = [];
  const conditional: Header[] = [];
  const hidden: Header[] = [];
  const forOthers = conditions === null ? hidden : conditions.length === 0 ? readable : conditional;
  for (const header of headers) {
    const name = header[0].toLowerCase();
    if (isForbiddenResponseHeaderName(name)) hidden.push(header);
    else if (isCorsSafelistedResponseHeaderName(name) || exposed.has(name)) readable.push(header);
    else forOthers.push(header);
  }
  const isOpen = conditions !== null && conditional.length > 0;
  return { readable, conditional, hidden, conditions: isOpen ? conditions : NO_CONDITIONS };
}
