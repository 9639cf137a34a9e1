import type { Hop, HttpRequest, HttpResponse } from '../model/exchange.ts';
import type { HeaderList } from '../model/header-list.ts';
import { askedForHeaders, telltaleRequestHeaders } from './request-headers.ts';
import { telltaleResponseHeaders } from './response-headers.ts';

/** More header lines than these are not read. */
const MAX_LINES = 25;

/** A hop's preflight and its answer: the lines that matter to whoever has to answer it. */
export function preflightLines(hop: Hop, { request, response, error }: NonNullable<Hop['preflight']>) {
  return [
    `OPTIONS ${hop.url}`,
    ...headerLines(telltaleRequestHeaders(request.headers)),
    '',
    ...(response === undefined ? [error ?? '(no answer)'] : responseLines(response)),
  ];
}

/** A hop's request: its first line without the version, then the header lines that matter. */
export function requestLines(hop: Hop, { headers }: HttpRequest): readonly string[] {
  return [`${hop.method} ${hop.url}`, ...headerLines(telltaleRequestHeaders(headers, askedForHeaders(hop)))];
}

/** An answer: its status, then the header lines that matter. */
export function responseLines(response: HttpResponse): readonly string[] {
  const { status, statusText, headers, fromCache } = response;
  const cached = fromCache === true ? ' (from the browser’s cache)' : '';
  return [
    `HTTP ${[String(status), statusText ?? ''].join(' ').trimEnd()}${cached}`,
    ...headerLines(telltaleResponseHeaders(headers)),
  ];
}

function headerLines(headers: HeaderList): readonly string[] {
  const shown = headers.slice(0, MAX_LINES).map(([name, value]) => `${name}: ${value}`);
  const more = headers.length - shown.length;
  return more > 0 ? [...shown, `(and ${more} more)`] : shown;
}
