import type { Exchange, Hop, HttpResponse, Preflight, RequestType } from '../../model/exchange.ts';
import { getHeader, type HeaderList } from '../../model/header-list.ts';
import { intendedHeaders } from '../../model/intended-headers.ts';
import { parseUrl } from '../../model/url.ts';
import type { DiagnosisSummary } from '../report.ts';
import {
  type HarEntry,
  type HarInitiator,
  type HarPair,
  type HarRequest,
  type HarResponse,
  type HarTimings,
  stackOf,
  toHarTime,
} from './har.ts';
import { preflightMark, requestMark } from './har-mark.ts';

export interface EntryContext {
  readonly exchange: Exchange;
  /** The hop's place in the exchange. */
  readonly index: number;
  readonly diagnosis: DiagnosisSummary | undefined;
  readonly pageref: string | undefined;
  /** The entry's own request id. */
  readonly id: string;
}

/** Chromium's names of what asked for a request. */
const RESOURCE_TYPES: Readonly<Record<RequestType, string>> = {
  xmlhttprequest: 'xhr',
  script: 'script',
  stylesheet: 'stylesheet',
  image: 'image',
  font: 'font',
  media: 'media',
  beacon: 'ping',
  other: 'other',
};

/**
 * The entry of a hop. One that failed or was blocked is as Chromium writes it: without an answer its status is 0, and
 * `_error` has the browser's own words either way.
 */
export function requestEntry(context: EntryContext, hop: Hop): HarEntry {
  const { exchange, index, diagnosis } = context;
  const { outcome, startedBy } = exchange;
  const isLast = index === exchange.hops.length - 1;
  const endedAt = isLast ? endOf(exchange) : exchange.hops[index + 1]?.startedAt;
  return {
    ...common(context, hop.startedAt, timingsOf(hop.startedAt, hop.response?.receivedAt, endedAt)),
    request: requestOf(hop.url, hop.method, intendedHeaders(hop)),
    response: responseOf(
      hop.response,
      isLast && outcome.state === 'error' ? outcome.error : null,
      hop.redirectUrl,
    ),
    ...(hop.response?.fromCache === true ? { _fromCache: 'disk' } : {}),
    _initiator: startedBy === undefined ? { type: 'other' } : { type: 'script', stack: stackOf(startedBy) },
    _resourceType: RESOURCE_TYPES[exchange.type],
    _corsLens: requestMark(exchange, index, hop, diagnosis),
  };
}

/**
 * The entry of a hop's preflight, linked to it as Chromium links them.
 *
 * @param requestId of the entry of the hop
 */
export function preflightEntry(
  context: EntryContext,
  hop: Hop,
  preflight: Preflight,
  requestId: string,
): HarEntry {
  const { exchange, index, diagnosis } = context;
  const { startedAt, request, response, endedAt, error } = preflight;
  const initiator: HarInitiator = { type: 'preflight', url: hop.url, requestId };
  return {
    ...common(context, startedAt, timingsOf(startedAt, response?.receivedAt, endedAt)),
    request: requestOf(hop.url, 'OPTIONS', request.headers),
    response: responseOf(response, error ?? null, undefined),
    _initiator: initiator,
    _resourceType: 'preflight',
    _corsLens: preflightMark(exchange, index, preflight, diagnosis),
  };
}

function common(
  { pageref, id }: EntryContext,
  startedAt: number,
  timings: HarTimings,
): Pick<HarEntry, 'pageref' | 'startedDateTime' | 'time' | 'cache' | 'timings' | '_requestId'> {
  return {
    ...(pageref === undefined ? {} : { pageref }),
    startedDateTime: toHarTime(startedAt),
    time: timings.wait + timings.receive,
    cache: {},
    timings,
    _requestId: id,
  };
}

function endOf({ outcome }: Exchange): number | undefined {
  return outcome.state === 'pending' ? undefined : outcome.at;
}

/** Until the headers came all is waiting, because the rest of it isn't known apart. */
function timingsOf(
  startedAt: number,
  receivedAt: number | undefined,
  endedAt: number | undefined,
): HarTimings {
  const answeredAt = receivedAt ?? endedAt ?? startedAt;
  return {
    blocked: -1,
    dns: -1,
    connect: -1,
    ssl: -1,
    send: 0,
    wait: Math.max(0, answeredAt - startedAt),
    receive: Math.max(0, (endedAt ?? answeredAt) - answeredAt),
  };
}

function requestOf(url: string, method: string, headers: HeaderList): HarRequest {
  return {
    method,
    url,
    httpVersion: '',
    cookies: [],
    headers: pairsOf(headers),
    queryString: parametersOf(url),
    headersSize: -1,
    bodySize: -1,
  };
}

function responseOf(
  response: HttpResponse | undefined,
  error: string | null,
  redirectUrl: string | undefined,
): HarResponse {
  const headers = response?.headers ?? [];
  return {
    status: response?.status ?? 0,
    statusText: response?.statusText ?? '',
    httpVersion: '',
    cookies: [],
    headers: pairsOf(headers),
    // Chromium's word for a type that isn't known.
    content: { size: 0, mimeType: getHeader(headers, 'Content-Type') ?? 'x-unknown' },
    redirectURL: redirectUrl ?? getHeader(headers, 'Location') ?? '',
    headersSize: -1,
    bodySize: -1,
    _error: error,
  };
}

function pairsOf(headers: HeaderList): readonly HarPair[] {
  return headers.map(([name, value]) => ({ name, value }));
}

/** The query's parameters as they are in the URL, which the specification leaves open; those of DevTools are, too. */
function parametersOf(url: string): readonly HarPair[] {
  const query = parseUrl(url)?.search.slice(1) ?? '';
  if (query === '') return [];
  return query.split('&').map((parameter) => {
    const equals = parameter.indexOf('=');
    if (equals < 0) return { name: parameter, value: '' };
    return { name: parameter.slice(0, equals), value: parameter.slice(equals + 1) };
  });
}
