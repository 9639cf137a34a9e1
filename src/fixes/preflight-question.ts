import { isHttpToken } from '../fetch/http-token.ts';
import type { Preflight } from '../model/exchange.ts';
import { getHeaderLines } from '../model/header-list.ts';
import { isCorsResponseHeaderName } from './response-header-names.ts';

/** What a preflight asks for. */
export interface PreflightQuestion {
  readonly method: string;
  /** Lower case, in the order of Access-Control-Request-Headers; what isn't a header name is left out. */
  readonly headers: readonly string[];
}

/** What of a question a server should allow: everything, but for what doesn't belong into a request at all. */
export function allowableHeaders({ headers }: PreflightQuestion): readonly string[] {
  return headers.filter((name) => !isCorsResponseHeaderName(name));
}

/** Reads the question from a preflight's request; a preflight without a method asks for GET. */
export function questionOf({ request }: Preflight): PreflightQuestion {
  const names = getHeaderLines(request.headers, 'access-control-request-headers')
    .flatMap((line) => line.split(','))
    .map((name) => name.trim().toLowerCase());
  return {
    method: getHeaderLines(request.headers, 'access-control-request-method')[0] ?? 'GET',
    headers: names.filter(isHttpToken),
  };
}
