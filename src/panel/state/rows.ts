import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { changesBetween, countBefore, type Started, withChanges } from '../in-order.ts';
import type { RowLog } from '../view-models/arranged-rows.ts';
import { NO_ROWS, recount } from '../view-models/groups.ts';
import { type KindCounts, type RowVM, toRow } from '../view-models/row.ts';
import { PersistentMap } from './persistent-map.ts';

/** The rows of a panel's exchanges. A row is made once for each pair of exchange and diagnosis. */
export interface Rows {
  /** Its diagnosis has changed. */
  changed(exchange: Exchange): void;
  /**
   * The rows of these exchanges, oldest first; those that were there the last time are taken over: a list of thousands
   * changes several times a second, and a little each time.
   */
  of(ordered: readonly Exchange[]): RowLog;
}

export function createRows(known: (exchange: Exchange) => Diagnosis | undefined): Rows {
  let exchanges: readonly Exchange[] = [];
  let rows: readonly RowVM[] = [];
  let byId = PersistentMap.empty<RowVM>();
  let counts: KindCounts = NO_ROWS;
  /** Rows of exchanges whose diagnosis has changed. */
  const fresh = new Map<Exchange, RowVM>();
  const rowOf = (exchange: Exchange) => toRow(exchange, known(exchange));

  return {
    // Made at once, where the diagnosis was made: when the rows are asked for, there may be hundreds.
    changed: (exchange) => void fresh.set(exchange, rowOf(exchange)),
    of: (ordered) => {
      const { come, gone } = changesBetween(exchanges, ordered);
      const coming = come.map((exchange) => fresh.get(exchange) ?? rowOf(exchange));
      for (const exchange of come) fresh.delete(exchange);
      const stayed = [...fresh].filter(([exchange]) => ordered[countBefore(ordered, exchange)] === exchange);
      fresh.clear();
      const rowBefore = (exchange: Exchange) => rows[countBefore<Started>(rows, exchange)] ?? [];
      const changes = {
        come: [...coming, ...stayed.map(([, row]) => row)],
        gone: [...gone, ...stayed.map(([exchange]) => exchange)].flatMap(rowBefore),
      };
      exchanges = ordered;
      rows = withChanges(rows, changes);
      counts = recount(counts, changes);
      byId = byId.with(
        changes.come.map((row) => [row.id, row] as const),
        changes.gone.map(({ id }) => id),
      );
      return { rows, byId, counts };
    },
  };
}
