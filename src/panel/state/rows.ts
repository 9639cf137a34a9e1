import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { type RowVM, toRow } from '../view-models/row.ts';
import { byStart } from './in-order.ts';

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
  let changed = new Set<Exchange>();

  return {
    changed: (exchange) => void changed.add(exchange),
    of: (ordered) => {
      let at = 0;
      const next = ordered.map((exchange) => {
        for (let each = exchanges[at]; each !== exchange && each !== undefined; each = exchanges[at]) {
          if (byStart(each, exchange) > 0) break;
          at += 1;
        }
        const row = exchanges[at] === exchange && !changed.has(exchange) ? rows[at] : undefined;
        return row ?? toRow(exchange, known(exchange));
      });
      exchanges = ordered;
      rows = next;
      changed = new Set();
      return next;
    },
  };
}
