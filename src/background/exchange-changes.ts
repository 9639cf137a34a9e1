import type {
  Exchange,
  Hop,
  HttpResponse,
  Observed,
  ObservedIn,
  Outcome,
  Preflight,
  RequestMode,
} from '../model/exchange.ts';
import {
  CREDENTIALS_NOT_SHOWN,
  credentialsFromRequest,
  MODE_NOT_SHOWN,
  modeFromRequest,
  moreCertain,
} from './observed.ts';
import type { EventOf, RawEvent, RequestFacts } from './raw-event.ts';

/** How each event changes an exchange. All of them give a new one and leave the old one alone. */

/** The exchange that a first event begins. */
export function startExchange(
  event: RequestFacts,
  page: string | undefined,
  observedIn: ObservedIn,
): Exchange {
  return {
    id: event.requestId,
    tabId: event.tabId,
    // Chromium gives the main frame of a page that is rendered ahead another number until it is shown.
    frameId: event.aheadIn === event.frameId ? 0 : event.frameId,
    ...(event.documentId === undefined ? {} : { documentId: event.documentId }),
    initiator: event.initiator,
    ...(page === undefined ? {} : { page }),
    type: event.type,
    mode: MODE_NOT_SHOWN,
    credentials: CREDENTIALS_NOT_SHOWN,
    hops: [startHop(event)],
    outcome: { state: 'pending' },
    startedAt: event.at,
    observedIn,
  };
}

/** The next URL of a redirected request. A hop that never got anywhere (taken over, then handed back) is replaced. */
export function withNextHop(exchange: Exchange, event: RequestFacts, replacesLast: boolean): Exchange {
  const [first, ...rest] = exchange.hops;
  const next = startHop(event);
  if (!replacesLast) return { ...exchange, hops: [first, ...rest, next] };
  if (rest.length === 0) return { ...exchange, hops: [next] };
  return { ...exchange, hops: [first, ...rest.slice(0, -1), next] };
}

export function withRequest(exchange: Exchange, event: EventOf<'send-headers'>): Exchange {
  const { headers, leftOut } = event;
  const request = { headers, ...(leftOut === undefined ? {} : { leftOut }) };
  const hop = { ...lastHop(exchange), request };
  return {
    ...withLastHop(exchange, hop),
    mode: moreCertain(exchange.mode, modeFromRequest(hop, request, exchange.initiator, exchange.type)),
    credentials: moreCertain(exchange.credentials, credentialsFromRequest(hop, request, exchange.initiator)),
  };
}

export function withResponse(exchange: Exchange, response: HttpResponse): Exchange {
  return withLastHop(exchange, { ...lastHop(exchange), response });
}

/** The redirect's own account of the response fills in for one that was not seen (the browser's own redirects). */
export function withRedirect(exchange: Exchange, event: EventOf<'redirect'>): Exchange {
  const hop = lastHop(exchange);
  return withLastHop(exchange, {
    ...hop,
    response: hop.response ?? event.response,
    redirectUrl: event.redirectUrl,
  });
}

/** A preflight proves mode cors, and that the hop's own headers weren't shown so far (Chromium). */
export function withPreflight(exchange: Exchange, hopIndex: number, preflight: Preflight): Exchange {
  return {
    ...withHop(exchange, hopIndex, (hop) => ({ ...hop, preflight })),
    mode: moreCertain(exchange.mode, { value: 'cors', evidence: 'preflight-seen' }),
  };
}

/** What an event of its preflight adds to an exchange. A preflight's own redirect is in its response. */
export function withPreflightEvent(exchange: Exchange, hopIndex: number, event: RawEvent): Exchange {
  return withHop(exchange, hopIndex, (hop) => {
    if (hop.preflight === undefined) return hop;
    return { ...hop, preflight: preflightAfter(hop.preflight, event) };
  });
}

function preflightAfter(preflight: Preflight, event: RawEvent): Preflight {
  if (event.kind === 'headers-received') return { ...preflight, response: event.response };
  if (event.kind === 'completed') return { ...preflight, endedAt: event.at };
  if (event.kind === 'error') return { ...preflight, endedAt: event.at, error: event.error };
  return preflight;
}

/** It was another request's, and so proves nothing of this one's mode; its own headers, if shown, may tell that. */
export function withoutPreflight(exchange: Exchange, hopIndex: number): Exchange {
  const changed = withHop(exchange, hopIndex, ({ preflight: _, ...hop }) => hop);
  const isByPreflight = exchange.mode.value !== 'unknown' && exchange.mode.evidence === 'preflight-seen';
  if (!isByPreflight || changed.hops.some(({ preflight }) => preflight !== undefined)) return changed;
  const mode = changed.hops.reduce<Observed<RequestMode>>(
    (known, hop) =>
      hop.request === undefined
        ? known
        : moreCertain(known, modeFromRequest(hop, hop.request, exchange.initiator, exchange.type)),
    MODE_NOT_SHOWN,
  );
  return { ...changed, mode };
}

/** The outcome, and on the last response whether it came from the cache, which is only known by then. */
export function withEnd(exchange: Exchange, event: EventOf<'completed'> | EventOf<'error'>): Exchange {
  const fromCache = event.fromCache ? { fromCache: true } : {};
  const outcome: Outcome =
    event.kind === 'error'
      ? { state: 'error', at: event.at, error: event.error }
      : { state: 'completed', at: event.at, ...fromCache };
  const { response } = lastHop(exchange);
  if (!event.fromCache || response === undefined) return { ...exchange, outcome };
  return { ...withResponse(exchange, { ...response, ...fromCache }), outcome };
}

export function lastHop(exchange: Exchange): Hop {
  return exchange.hops.at(-1) ?? exchange.hops[0];
}

function startHop(event: RequestFacts): Hop {
  return { url: event.url, method: event.method, startedAt: event.at };
}

function withLastHop(exchange: Exchange, hop: Hop): Exchange {
  return withHop(exchange, exchange.hops.length - 1, () => hop);
}

function withHop(exchange: Exchange, at: number, change: (hop: Hop) => Hop): Exchange {
  const [first, ...rest] = exchange.hops;
  return {
    ...exchange,
    hops: [
      at === 0 ? change(first) : first,
      ...rest.map((hop, index) => (index + 1 === at ? change(hop) : hop)),
    ],
  };
}
