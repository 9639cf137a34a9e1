import type { Exchange } from '../../model/exchange.ts';
import type { Steps } from '../../model/steps.ts';
import { changesBetween, withChanges } from '../in-order.ts';
import { inChunks } from '../steps.ts';
import { PersistentMap } from './persistent-map.ts';

/** The exchanges by each URL at which they were, each oldest first. */
export type ExchangesByUrl = Pick<PersistentMap<readonly Exchange[]>, 'get' | 'has'>;

/** No exchanges at no URL. */
export const NONE: ExchangesByUrl = PersistentMap.empty();

/**
 * @returns makes that of all exchanges, oldest first. From one call to the next it looks only at what has changed, in
 * steps: at first that is all.
 */
export function createUrlIndex(): (ordered: readonly Exchange[]) => Steps<ExchangesByUrl> {
  let indexed: readonly Exchange[] = [];
  let byUrl = PersistentMap.empty<readonly Exchange[]>();

  return function* (ordered) {
    const { come, gone } = changesBetween(indexed, ordered);
    let next = byUrl;
    for (const some of inChunks(gone)) {
      next = withoutExchanges(next, some);
      yield;
    }
    for (const some of inChunks(come)) {
      next = withExchanges(next, some);
      yield;
    }
    indexed = ordered;
    byUrl = next;
    return byUrl;
  };
}

type UrlMap = PersistentMap<readonly Exchange[]>;

function withExchanges(byUrl: UrlMap, come: readonly Exchange[]): UrlMap {
  return byUrl.with(
    [...exchangesByUrl(come)].map(([url, some]) => [
      url,
      withChanges(byUrl.get(url) ?? [], { come: some, gone: [] }),
    ]),
  );
}

function withoutExchanges(byUrl: UrlMap, gone: readonly Exchange[]): UrlMap {
  const left = [...exchangesByUrl(gone)].map(
    ([url, some]) => [url, withChanges(byUrl.get(url) ?? [], { come: [], gone: some })] as const,
  );
  return byUrl.with(
    left.filter(([, exchanges]) => exchanges.length > 0),
    left.flatMap(([url, exchanges]) => (exchanges.length === 0 ? url : [])),
  );
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
