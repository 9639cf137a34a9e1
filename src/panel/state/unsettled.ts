import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { changesBetween, withChanges } from '../in-order.ts';
import type { RowVM } from '../view-models/row.ts';

/** From where it is known what was seen. */
export interface UnsettledSources {
  readonly exchangeOf: (id: string) => Exchange | undefined;
  /** Undefined as long as it is on its way. */
  readonly known: (exchange: Exchange) => Diagnosis | undefined;
}

/**
 * @returns gives those whose verdict hangs on whether script could read the response, which their browser didn't tell us,
 * oldest first. From one call to the next it looks only at the rows that have changed.
 */
export function createUnsettled({
  exchangeOf,
  known,
}: UnsettledSources): (rows: readonly RowVM[]) => readonly Exchange[] {
  let seen: readonly RowVM[] = [];
  let unsettled: readonly Exchange[] = [];

  return (rows) => {
    const { come, gone } = changesBetween(seen, rows);
    seen = rows;
    const left = new Set(gone.map(({ id }) => id));
    const coming = come.flatMap(({ id, kind }) => (kind === 'open' ? (exchangeOf(id) ?? []) : []));
    unsettled = withChanges(unsettled, {
      come: coming.filter((exchange) => hangsOnReadability(exchange, known(exchange))),
      gone: unsettled.filter(({ id }) => left.has(id)),
    });
    return unsettled;
  };
}

/** Firefox reports a small response as completed whether script could read it or not; with the credentials mode unknown, both may be. */
function hangsOnReadability(exchange: Exchange, diagnosis: Diagnosis | undefined): boolean {
  if (diagnosis?.verdict !== 'unknown' || exchange.readableByScript !== undefined) return false;
  if (exchange.observedIn.engine !== 'firefox' || exchange.outcome.state !== 'completed') return false;
  const { credentials } = diagnosis.evaluation;
  return credentials.value === 'unknown' && credentials.matters;
}
