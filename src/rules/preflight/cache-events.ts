import { extractAllowLists } from '../../fetch/cors-preflight-fetch.ts';
import type { Evaluation, PreflightReason, ResolvedCredentials } from '../../fetch/evaluation.ts';
import type { CacheableAnswer, PreflightCacheKey, PreflightedRequest } from '../../fetch/preflight-cache.ts';
import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { getHeaderLines } from '../../model/header-list.ts';
import { OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';

/** What one hop of a recorded exchange did to its browser's preflight cache, and when: milliseconds since the epoch. */
export interface CacheEvents {
  readonly request: PreflightCacheKey & { readonly method: string };
  /** When a preflight was sent; null if none was seen. */
  readonly askedAt: number | null;
  /** What it was answered; null if that didn't pass, or wasn't seen. */
  readonly answer: (CacheableAnswer & { readonly response: HttpResponse }) | null;
  /** When the request, or its preflight, failed; null if neither did. */
  readonly failedAt: number | null;
}

/** @param index that of the hop */
export function cacheEventsOf(
  exchange: Exchange,
  hop: Hop,
  index: number,
  evaluation: Evaluation,
): CacheEvents {
  const { preflight } = hop;
  const response = preflight?.response;
  const at = hop.response?.receivedAt ?? ('at' in exchange.outcome ? exchange.outcome.at : null);
  // A redirect that isn't followed fails later than its own response.
  const failed = evaluation.faults.some(
    (fault) => fault.hop === index && fault.check !== 'redirect-location',
  );
  return {
    request: { ...keyOf(exchange, hop, evaluation.credentials), method: hop.method },
    askedAt: preflight?.startedAt ?? null,
    answer:
      response === undefined || !preflightPassed(evaluation, index)
        ? null
        : { ...readAnswer(response), response },
    failedAt: failed ? at : null,
  };
}

/** What a hop asks the cache for. */
export function preflightedRequest(
  exchange: Exchange,
  hop: Hop,
  because: readonly PreflightReason[],
  credentials: ResolvedCredentials,
): PreflightedRequest {
  return {
    ...keyOf(exchange, hop, credentials),
    method: hop.method,
    unsafeNames: unsafeNamesOf(because),
  };
}

/** The names of the headers for which a preflight is necessary. */
export function unsafeNamesOf(because: readonly PreflightReason[]): readonly string[] {
  return because.flatMap((reason) => (reason.why === 'header' ? [reason.name] : []));
}

/** Whether no check of the preflight of a hop failed. */
export function preflightPassed({ faults }: Evaluation, index: number): boolean {
  return !faults.some((fault) => fault.hop === index && fault.check.startsWith('preflight-'));
}

function readAnswer({ headers }: HttpResponse): CacheableAnswer {
  const lines = (name: string) => getHeaderLines(headers, name);
  const lists = extractAllowLists(
    lines('Access-Control-Allow-Methods'),
    lines('Access-Control-Allow-Headers'),
  );
  return { ...lists, maxAge: lines('Access-Control-Max-Age') };
}

function keyOf(exchange: Exchange, hop: Hop, credentials: ResolvedCredentials): PreflightCacheKey {
  const { initiator, documentId = exchange.id } = exchange;
  return {
    // Browsers go by the site of the page; pages of one site that share an initiator in frames are too rare to tell apart.
    partition: originOf(exchange.page ?? initiator),
    // Each opaque origin is like no other.
    origin: initiator === OPAQUE_ORIGIN ? `${OPAQUE_ORIGIN} ${documentId}` : initiator,
    url: hop.url,
    credentials: CREDENTIALS[credentials.value],
  };
}

const CREDENTIALS = {
  include: 'include',
  omit: 'not-include',
  'same-origin': 'not-include',
  unknown: 'unknown',
} as const satisfies Record<ResolvedCredentials['value'], PreflightCacheKey['credentials']>;
