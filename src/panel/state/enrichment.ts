import type { CallFrame, Exchange, Hop, HttpResponse, Preflight } from '../../model/exchange.ts';
import type { HeaderList } from '../../model/header-list.ts';

/** What DevTools' network log adds to one exchange. */
export interface Enrichment {
  readonly startedBy?: readonly CallFrame[];
  /** By the hop's index. */
  readonly hops: ReadonlyMap<number, HopEnrichment>;
}

export interface HopEnrichment {
  /** Header lines apart, where webRequest joined them. */
  readonly responseLines?: HeaderList;
  readonly preflightLines?: HeaderList;
  /** Headers of the request that was never sent. */
  readonly unsent?: HeaderList;
  readonly preflightError?: string;
}

/** The exchange with what the log adds. What was recorded stays, but for what the log has in more detail. */
export function withEnrichment(exchange: Exchange, { startedBy, hops }: Enrichment): Exchange {
  const [first, ...rest] = exchange.hops;
  return {
    ...exchange,
    hops: [
      enrichedHop(first, hops.get(0)),
      ...rest.map((hop, index) => enrichedHop(hop, hops.get(index + 1))),
    ],
    ...(startedBy === undefined ? {} : { startedBy }),
  };
}

function enrichedHop(hop: Hop, more: HopEnrichment | undefined): Hop {
  if (more === undefined) return hop;
  const { response, preflight } = hop;
  return {
    ...hop,
    ...(more.unsent === undefined || hop.request !== undefined
      ? {}
      : { unsentRequest: { headers: more.unsent } }),
    ...(response === undefined ? {} : { response: withLines(response, more.responseLines) }),
    ...(preflight === undefined ? {} : { preflight: enrichedPreflight(preflight, more) }),
  };
}

function enrichedPreflight(
  preflight: Preflight,
  { preflightLines, preflightError }: HopEnrichment,
): Preflight {
  const { response } = preflight;
  return {
    ...preflight,
    ...(response === undefined ? {} : { response: withLines(response, preflightLines) }),
    ...(preflightError === undefined ? {} : { error: preflightError, errorFrom: 'network-log' }),
  };
}

function withLines(response: HttpResponse, headers: HeaderList | undefined): HttpResponse {
  return headers === undefined || response.lines === 'apart'
    ? response
    : { ...response, headers, lines: 'apart' };
}
