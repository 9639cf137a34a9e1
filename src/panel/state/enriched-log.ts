import type { Exchange } from '../../model/exchange.ts';
import { byStart, changesBetween, countBefore, withChanges } from '../in-order.ts';
import { type Enrichment, withEnrichment } from './enrichment.ts';
import { EMPTY_LOG, type ExchangeLog } from './exchange-log.ts';
import { PersistentMap } from './persistent-map.ts';

/** What is known of exchanges besides what was recorded, by their ids. */
export type Enrichments = PersistentMap<Enrichment>;

/** The exchanges with all that is known of them, by id and in the order in which they started. */
export interface EnrichedLog {
  readonly ordered: readonly Exchange[];
  readonly size: number;
  get(id: string): Exchange | undefined;
}

/** Adds to a log what is known besides. Of the same exchange and addition it makes the same object. */
export type EnrichLog = (log: ExchangeLog, more: Enrichments) => EnrichedLog;

interface Version {
  readonly log: ExchangeLog;
  readonly more: Enrichments;
  /** What they make together. */
  readonly ordered: readonly Exchange[];
}

/** From one call to the next it looks only at what has changed. */
export function createEnrichLog(): EnrichLog {
  const memo = new WeakMap<Exchange, { readonly more: Enrichment; readonly enriched: Exchange }>();
  let last: Version = { log: EMPTY_LOG, more: PersistentMap.empty(), ordered: [] };

  function enrich(exchange: Exchange, more: Enrichment | undefined): Exchange {
    if (more === undefined) return exchange;
    const known = memo.get(exchange);
    if (known?.more === more) return known.enriched;
    const enriched = withEnrichment(exchange, more);
    memo.set(exchange, { more, enriched });
    return enriched;
  }

  /** What the last version becomes when exchanges change and nothing else is learned. */
  function withLog(log: ExchangeLog): readonly Exchange[] {
    const { more, ordered } = last;
    const { come, gone } = changesBetween(last.log.ordered, log.ordered);
    const enriched = (exchange: Exchange) => enrich(exchange, more.get(exchange.id));
    return withChanges(ordered, { come: come.map(enriched), gone: gone.map(enriched) });
  }

  /** What that becomes when more is learned. */
  function withMore(ordered: readonly Exchange[], log: ExchangeLog, more: Enrichments): readonly Exchange[] {
    const affected = more
      .changedSince(last.more)
      .flatMap((id) => log.byId.get(id) ?? [])
      .sort(byStart);
    const gone = affected.map((exchange) => enrich(exchange, last.more.get(exchange.id)));
    const come = affected.map((exchange) => enrich(exchange, more.get(exchange.id)));
    return withChanges(ordered, { come, gone });
  }

  return (log, more) => {
    // Nothing is known besides: what was recorded is all there is.
    const ordered = more.size === 0 ? log.ordered : withMore(withLog(log), log, more);
    last = { log, more, ordered };
    return {
      ordered,
      size: ordered.length,
      get: (id) => {
        const exchange = log.byId.get(id);
        return exchange && ordered[countBefore(ordered, exchange)];
      },
    };
  };
}

/**
 * What is known after more was learned: null takes back what was wrong, and what says the same changes nothing. What is
 * not in the log any more is forgotten, at the latest when more is known than there are exchanges.
 */
export function learn(
  known: Enrichments,
  learned: ReadonlyMap<string, Enrichment | null>,
  { byId }: Pick<ExchangeLog, 'byId'>,
): Enrichments {
  const news = [...learned].filter(([id, more]) => byId.has(id) && !isSame(known.get(id) ?? null, more));
  const added = news.flatMap(([id, more]) => (more === null ? [] : [[id, more] as const]));
  const wrong = news.flatMap(([id, more]) => (more === null ? [id] : []));
  const lost = known.size > byId.size ? known.keys().filter((id) => !byId.has(id)) : [];
  return known.with(added, [...wrong, ...lost]);
}

/** Their parts are the entries' own. */
function isSame(a: Enrichment | null, b: Enrichment | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.startedBy !== b.startedBy || a.hops.size !== b.hops.size) return false;
  return [...a.hops].every(([index, hop]) => {
    const other = b.hops.get(index);
    return (
      hop.responseLines === other?.responseLines &&
      hop.preflightLines === other?.preflightLines &&
      hop.unsent === other?.unsent &&
      hop.preflightError === other?.preflightError
    );
  });
}
