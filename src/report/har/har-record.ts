import { type BoundHeaders, boundHeaders } from '../../model/bound-headers.ts';
import { cutText } from '../../model/cut-text.ts';
import type { HttpRequest, HttpResponse } from '../../model/exchange.ts';
import { containsHeader, getHeader, type Header, type HeaderList } from '../../model/header-list.ts';
import { MAX_WORD_LENGTH } from '../../model/limits.ts';
import { maskError, maskHeaders, maskText, maskUrl } from '../../model/mask-secrets.ts';
import { parseUrl, withoutFragment } from '../../model/url.ts';
import type { RawHarEntry } from './har-schema.ts';

/** An entry of a HAR in the model's words. Secrets are masked in all of it but in what only tells URLs apart. */
export interface HarRecord {
  /** Tells URLs apart that look the same once their secrets are masked: the URL as it was. It is kept nowhere. */
  readonly urlKey: string;
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly request: HttpRequest;
  /** Whether the headers are those that went over the network, not what the browser meant to send. */
  readonly isSent: boolean;
  readonly response: HttpResponse | null;
  /** The answer's headers, which what a browser answers itself has although its status is 0. */
  readonly responseHeaders: HeaderList;
  /** The browser's own error text; null for none. */
  readonly error: string | null;
  /** Where the answer redirects to; null if it doesn't. */
  readonly redirect: { readonly urlKey: string; readonly url: string } | null;
  /** The method that a preflight asks for; null if it is none. */
  readonly askedMethod: string | null;
  /** Chromium's name of what asked for it; empty if there is none. */
  readonly resourceType: string;
  readonly pageref: string | undefined;
  readonly mark: unknown;
}

/** What the network stack adds when it sends a request. What a browser shows before has none of them. */
const ON_THE_WIRE = ['Host', ':authority', 'Connection', 'Accept-Encoding', 'Origin', 'Sec-Fetch-Mode'];

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Reads an entry: masks its secrets, drops what HTTP/2 writes among the headers (`:method`), keeps no body and no cookie. */
export function recordOf(entry: RawHarEntry, lines: HttpResponse['lines']): HarRecord {
  const { request, response, startedDateTime: startedAt } = entry;
  const urlKey = withoutFragment(request.url);
  const endedAt = startedAt + Math.max(0, entry.time ?? 0);
  const receivedAt = Math.max(startedAt, endedAt - Math.max(0, entry.timings?.receive ?? 0));
  const raw = listOf(request.headers);
  const answered = response !== null && response !== undefined && response.status > 0;
  const received = boundHeaders(maskHeaders(listOf(response?.headers).filter(isHeader)));
  const error = response?._error ?? response?._failureText ?? '';
  return {
    urlKey,
    url: maskUrl(urlKey),
    method: cutText(request.method, MAX_WORD_LENGTH),
    startedAt,
    endedAt,
    request: boundHeaders(maskHeaders(raw.filter(isHeader))),
    isSent: ON_THE_WIRE.some((name) => containsHeader(raw, name)),
    response: answered
      ? responseOf(response, received, { lines, receivedAt, fromCache: isFromCache(entry) })
      : null,
    responseHeaders: received.headers,
    error: error === '' ? null : maskError(cutText(error, MAX_WORD_LENGTH)),
    redirect: answered ? redirectOf(response, urlKey) : null,
    askedMethod: request.method === 'OPTIONS' ? getHeader(raw, 'Access-Control-Request-Method') : null,
    resourceType: entry._resourceType ?? '',
    pageref: entry.pageref,
    mark: entry._corsLens,
  };
}

type RawResponse = NonNullable<RawHarEntry['response']>;

function responseOf(
  { status, statusText = '' }: RawResponse,
  received: BoundHeaders,
  { lines, receivedAt, fromCache }: { lines: HttpResponse['lines']; receivedAt: number; fromCache: boolean },
): HttpResponse {
  return {
    status,
    ...(statusText === '' ? {} : { statusText: maskText(cutText(statusText, MAX_WORD_LENGTH)) }),
    ...received,
    lines,
    ...(fromCache ? { fromCache } : {}),
    receivedAt,
  };
}

function redirectOf({ status, headers, redirectURL }: RawResponse, from: string): HarRecord['redirect'] {
  if (!REDIRECTS.has(status)) return null;
  const location = getHeader(listOf(headers), 'Location') ?? redirectURL ?? '';
  if (location === '') return null;
  const to = parseUrl(location, from);
  if (to === null) return null;
  const urlKey = withoutFragment(to.href);
  return { urlKey, url: maskUrl(urlKey) };
}

/** Chromium's and WebKit's words for it. */
function isFromCache({ _fromCache, _fetchType }: RawHarEntry): boolean {
  return _fromCache !== undefined || _fetchType === 'Memory Cache' || _fetchType === 'Disk Cache';
}

function listOf(
  headers: readonly { readonly name: string; readonly value: string }[] | null | undefined,
): HeaderList {
  return (headers ?? []).map(({ name, value }): Header => [name, value]);
}

/** @see https://www.rfc-editor.org/rfc/rfc9113#name-http-control-data */
function isHeader([name]: Header): boolean {
  return name !== '' && !name.startsWith(':');
}
