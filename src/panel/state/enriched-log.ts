import type { Exchange } from '../../model/exchange.ts';
import { type Enrichment, withEnrichment } from './enrichment.ts';
import type { ExchangeLog } from './exchange-log.ts';

/** Adds to a log what is known besides, by exchange id. Of the same exchange and addition it makes the same object. */
export type EnrichLog = (log: ExchangeLog, more: ReadonlyMap<string, Enrichment>) => ExchangeLog;

export function createEnrichLog(): EnrichLog {
  const memo = new WeakMap<Exchange, { readonly more: Enrichment; readonly enriched: Exchange }>();

  function enrich(exchange: Exchange, more: Enrichment | undefined): Exchange {
    if (more === undefined) return exchange;
    const known = memo.get(exchange);
    if (known?.more === more) return known.enriched;
    const enriched = withEnrichment(exchange, more);
    memo.set(exchange, { more, enriched });
    return enriched;
  }

  return (log, more) => {
    if (more.size === 0) return log;
    const ordered = log.ordered.map((exchange) => enrich(exchange, more.get(exchange.id)));
    return { ...log, ordered, byId: new Map(ordered.map((exchange) => [exchange.id, exchange])) };
  };
}

/**
 * What is known after more was learned: null takes back what was wrong, and what says the same changes nothing. What is
 * not in the log any more is forgotten.
 */
export function learn(
  known: ReadonlyMap<string, Enrichment>,
  learned: ReadonlyMap<string, Enrichment | null>,
  { byId }: Pick<ExchangeLog, 'byId'>,
): ReadonlyMap<string, Enrichment> {
  const next = new Map([...known].filter(([id]) => byId.has(id)));
  let changed = next.size < known.size;
  for (const [id, more] of learned) {
    if (!byId.has(id) || isSame(next.get(id) ?? null, more)) continue;
    changed = true;
    if (more === null) next.delete(id);
    else next.set(id, more);
  }
  return changed ? next : known;
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
