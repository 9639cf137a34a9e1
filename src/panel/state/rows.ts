import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { type RowVM, toRow } from '../view-models/row.ts';
import { byStart, countBefore } from './in-order.ts';

/** The rows of a panel's exchanges. A row is made once for each pair of exchange and diagnosis. */
export interface Rows {
  /** Its diagnosis has changed. */
  changed(exchange: Exchange): void;
  /**
   * The rows of these exchanges, oldest first; those that were there the last time are taken over: a list of thousands
   * changes several times a second, and a little each time.
   */
  of(ordered: readonly Exchange[]): readonly RowVM[];
}

export function createRows(known: (exchange: Exchange) => Diagnosis | undefined): Rows {
  let exchanges: readonly Exchange[] = [];
  let rows: readonly RowVM[] = [];
  const changed = new Set<Exchange>();

  return {
    changed: (exchange) => void changed.add(exchange),
    of: (ordered) => {
      const same = countSame(exchanges, ordered);
      const next = rows.slice(0, same);
      let at = same;
      for (const exchange of ordered.slice(same)) {
        for (
          let each = exchanges[at];
          each !== undefined && byStart(each, exchange) < 0;
          each = exchanges[at]
        )
          at += 1;
        const row = exchanges[at] === exchange ? rows[at] : undefined;
        next.push(row ?? toRow(exchange, known(exchange)));
      }
      for (const exchange of changed) {
        const index = countBefore(ordered, exchange);
        if (ordered[index] === exchange) next[index] = toRow(exchange, known(exchange));
      }
      changed.clear();
      exchanges = ordered;
      rows = next;
      return next;
    },
  };
}

/** How many at the beginning are the same. */
function countSame(some: readonly Exchange[], others: readonly Exchange[]): number {
  let count = 0;
  while (count < some.length && some[count] === others[count]) count += 1;
  return count;
}
