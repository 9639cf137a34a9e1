import type { Header, HeaderList } from '../model/header-list.ts';
import {
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
} from './cors-safelisted-response-header-name.ts';
import type { ReadableHeaders } from './evaluation.ts';
import { extractHeaderListValues } from './extract-header-list-values.ts';

/**
 * Which headers of a same-origin response script can read: all but cookies.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-basic
 */
export function readableOfBasicResponse(headers: HeaderList): ReadableHeaders {
  return divide(headers, (name) => !isForbiddenResponseHeaderName(name));
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
  credentialsIncluded: boolean,
): ReadableHeaders {
  const extracted = extractHeaderListValues(exposeLines);
  const exposed = new Set<string>();
  if (extracted.ok) for (const value of extracted.values) exposed.add(value.toLowerCase());
  const all = exposed.has('*') && !credentialsIncluded;
  return divide(headers, (name) => {
    if (isForbiddenResponseHeaderName(name)) return false;
    return all || exposed.has(name) || isCorsSafelistedResponseHeaderName(name);
  });
}

function divide(headers: HeaderList, isReadable: (lowerCaseName: string) => boolean): ReadableHeaders {
  const readable: Header[] = [];
  const hidden: Header[] = [];
  for (const header of headers) (isReadable(header[0].toLowerCase()) ? readable : hidden).push(header);
  return { readable, hidden };
}
