import type { Exchange } from '../../model/exchange.ts';
import { originOf } from '../../model/origin.ts';
import type { History } from '../../rules/history.ts';

/** What one diagnosis may look back on: a bound on its time, far above what a cause needs. */
const MOST_EXCHANGES = 200;

/**
 * Indexes exchanges (oldest first) by the origin that their last hop went to, once; what comes out gives each
 * exchange its view of all the others.
 */
export function indexHistory(exchanges: readonly Exchange[]): (exchange: Exchange) => History {
  let index: Map<string, Exchange[]> | undefined;
  return (exchange) => ({
    ofTarget: (origin) => {
      index ??= byTarget(exchanges);
      const all = index.get(origin) ?? [];
      return all.slice(-MOST_EXCHANGES - 1).filter((other) => other.id !== exchange.id);
    },
  });
}

/** The origin that an exchange's last hop went to. */
function targetOf(exchange: Exchange): string {
  return originOf((exchange.hops.at(-1) ?? exchange.hops[0]).url);
}

function byTarget(exchanges: readonly Exchange[]): Map<string, Exchange[]> {
  const index = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const target = targetOf(exchange);
    const known = index.get(target);
    if (known) known.push(exchange);
    else index.set(target, [exchange]);
  }
  return index;
}
