import { ENGINES } from '../../fetch/engines.ts';
import { evaluate } from '../../fetch/evaluate.ts';
import type { Evaluation, PreflightReason, ResolvedCredentials } from '../../fetch/evaluation.ts';
import {
  afterAnswer,
  afterFailure,
  afterMiss,
  matchingEntries,
  type PreflightCache,
} from '../../fetch/preflight-cache.ts';
import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { type History, otherExchanges } from '../history.ts';
import { cacheEventsOf, preflightedRequest } from './cache-events.ts';

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
  const request = preflightedRequest(exchange, hop, because, credentials);
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
  const { request, askedAt, answer, failedAt } = cacheEventsOf(exchange, hop, index, evaluation);
  const changes: Change[] = [];
  if (askedAt !== null) {
    changes.push({ at: askedAt, apply: (cache) => afterMiss(cache, request, profile) });
  }
  if (answer !== null) {
    const source = { exchange, hop, answer: answer.response };
    const at = answer.response.receivedAt;
    changes.push({ at, apply: (cache) => afterAnswer(cache, request, answer, at, source, profile) });
  }
  if (failedAt !== null) {
    changes.push({ at: failedAt, apply: (cache) => afterFailure(cache, request, profile) });
  }
  return changes;
}
