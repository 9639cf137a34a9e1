import type { Exchange } from '../../model/exchange.ts';
import { changesBetween, withChanges } from './in-order.ts';
import { PersistentMap } from './persistent-map.ts';

/** The exchanges by each URL at which they were, each oldest first. */
export type ExchangesByUrl = Pick<PersistentMap<readonly Exchange[]>, 'get' | 'has'>;

/** @returns makes that of all exchanges, oldest first; from one call to the next it looks only at what has changed. */
export function createUrlIndex(): (ordered: readonly Exchange[]) => ExchangesByUrl {
  let indexed: readonly Exchange[] = [];
  let byUrl = PersistentMap.empty<readonly Exchange[]>();

  return (ordered) => {
    const { come, gone } = changesBetween(indexed, ordered);
    const coming = exchangesByUrl(come);
    const going = exchangesByUrl(gone);
    const entries: [string, readonly Exchange[]][] = [];
    const empty: string[] = [];
    for (const url of new Set([...coming.keys(), ...going.keys()])) {
      const changes = { come: coming.get(url) ?? [], gone: going.get(url) ?? [] };
      const atUrl = withChanges(byUrl.get(url) ?? [], changes);
      if (atUrl.length === 0) empty.push(url);
      else entries.push([url, atUrl]);
    }
    indexed = ordered;
    byUrl = byUrl.with(entries, empty);
    return byUrl;
  };
}

/** An exchange is at each of its URLs, once. */
export function exchangesByUrl(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly Exchange[]> {
  const found = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    for (const url of new Set(exchange.hops.map((hop) => hop.url))) {
      const others = found.get(url);
      if (others === undefined) found.set(url, [exchange]);
      else others.push(exchange);
    }
  }
  return found;
}
