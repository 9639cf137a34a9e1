import type { Exchange } from '../../model/exchange.ts';
import { originOf } from '../../model/origin.ts';
import type { History } from '../../rules/history.ts';
import { groupBy } from '../group-by.ts';

/** What one diagnosis may look back on: a bound on its time, far above what a cause needs. */
const MOST_EXCHANGES = 200;

/**
 * Indexes exchanges (oldest first) by the origin that their last hop went to, once; what comes out gives each
 * exchange its view of all the others.
 */
export function indexHistory(exchanges: readonly Exchange[]): (exchange: Exchange) => History {
  let index: ReadonlyMap<string, readonly Exchange[]> | undefined;
  return (exchange) => ({
    ofTarget: (origin) => {
      index ??= groupBy(exchanges, targetOf);
      const all = index.get(origin) ?? [];
      return all.slice(-MOST_EXCHANGES - 1).filter((other) => other.id !== exchange.id);
    },
  });
}

const targets = new WeakMap<Exchange, string>();

/** The origin that an exchange's last hop went to. Parsed once: of thousands it is asked several times a second. */
export function targetOf(exchange: Exchange): string {
  const known = targets.get(exchange);
  if (known !== undefined) return known;
  const target = originOf((exchange.hops.at(-1) ?? exchange.hops[0]).url);
  targets.set(exchange, target);
  return target;
}
