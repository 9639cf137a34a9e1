import { extractAllowLists } from '../../fetch/cors-preflight-fetch.ts';
import { ENGINES } from '../../fetch/engines.ts';
import { evaluate } from '../../fetch/evaluate.ts';
import type { Evaluation, PreflightReason, ResolvedCredentials } from '../../fetch/evaluation.ts';
import {
  afterAnswer,
  afterFailure,
  afterMiss,
  matchingEntries,
  type PreflightCache,
  type PreflightCacheKey,
} from '../../fetch/preflight-cache.ts';
import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { getHeaderLines } from '../../model/header-list.ts';
import { OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { type History, otherExchanges } from '../history.ts';

/** The preflight of one hop of an exchange in the history. */
export interface PreflightSource {
  readonly exchange: Exchange;
  readonly hop: Hop;
  readonly answer: HttpResponse;
}

export type RecordedCache = PreflightCache<PreflightSource>;

/**
 * What the engine's preflight cache held for a hop when it started, as far as the recording tells: the earlier hops of
 * the same URL and origin, played through the model in the order of their times.
 */
function cacheBefore(exchange: Exchange, hopIndex: number, history: History): RecordedCache {
  const hop = exchange.hops[hopIndex];
  if (hop === undefined) return [];
  const others = otherExchanges(exchange.id, hop.url, history);
  const changes = others
    .filter((other) => other.observedIn.engine === exchange.observedIn.engine)
    .flatMap((other) => changesBy(other, other.hops.length, hop.url));
  changes.push(...changesBy(exchange, hopIndex, hop.url));
  return changes
    .filter(({ at }) => at <= hop.startedAt)
    .sort((a, b) => a.at - b.at)
    .reduce<RecordedCache>((cache, { apply }) => apply(cache), []);
}

/**
 * The kept answers by which a hop needs no preflight of its own, each with the preflight that it came from; null if the
 * recording holds none that would do, so that one has to be sent.
 *
 * @param because what makes a preflight necessary
 */
export function keptAnswersFor(
  exchange: Exchange,
  hopIndex: number,
  because: readonly PreflightReason[],
  credentials: ResolvedCredentials,
  history: History,
): RecordedCache | null {
  const hop = exchange.hops[hopIndex];
  if (hop === undefined) return null;
  const unsafeNames = because.flatMap((reason) => (reason.why === 'header' ? [reason.name] : []));
  const request = { ...keyOf(exchange, hop, credentials), method: hop.method, unsafeNames };
  const cache = cacheBefore(exchange, hopIndex, history);
  return matchingEntries(cache, request, hop.startedAt, ENGINES[exchange.observedIn.engine]);
}

/** Something that happened to the cache. */
interface Change {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly apply: (cache: RecordedCache) => RecordedCache;
}

/** What the first hops of an exchange did to the entries of one URL. */
function changesBy(exchange: Exchange, hops: number, url: string): readonly Change[] {
  if (!exchange.hops.some((hop, index) => index < hops && hop.url === url)) return [];
  const evaluation = evaluate(exchange);
  return exchange.hops
    .slice(0, hops)
    .flatMap((hop, index) => (hop.url === url ? changesByHop(exchange, hop, index, evaluation) : []));
}

function changesByHop(
  exchange: Exchange,
  hop: Hop,
  index: number,
  evaluation: Evaluation,
): readonly Change[] {
  const profile = ENGINES[exchange.observedIn.engine];
  const key = keyOf(exchange, hop, evaluation.credentials);
  const changes: Change[] = [];
  const faults = evaluation.faults.filter((fault) => fault.hop === index);
  const { preflight } = hop;
  if (preflight !== undefined) {
    changes.push({ at: preflight.startedAt, apply: (cache) => afterMiss(cache, key, profile) });
  }
  const answer = preflight?.response;
  if (answer !== undefined && !faults.some(({ check }) => check.startsWith('preflight-'))) {
    const source = { exchange, hop, answer };
    const lines = (name: string) => getHeaderLines(answer.headers, name);
    const lists = extractAllowLists(
      lines('Access-Control-Allow-Methods'),
      lines('Access-Control-Allow-Headers'),
    );
    const allowed = { ...lists, maxAge: lines('Access-Control-Max-Age') };
    const request = { ...key, method: hop.method };
    const at = answer.receivedAt;
    changes.push({ at, apply: (cache) => afterAnswer(cache, request, allowed, at, source, profile) });
  }
  const at = hop.response?.receivedAt ?? ('at' in exchange.outcome ? exchange.outcome.at : undefined);
  // A redirect that isn't followed fails later than its own response.
  if (at !== undefined && faults.some(({ check }) => check !== 'redirect-location')) {
    changes.push({ at, apply: (cache) => afterFailure(cache, key, profile) });
  }
  return changes;
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
