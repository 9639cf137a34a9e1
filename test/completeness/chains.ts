import type { Logged } from './server.ts';

/** One request as the servers saw it: over all its redirects. */
export interface Chain {
  readonly hops: readonly ChainHop[];
}

export interface ChainHop {
  readonly url: string;
  /** Null if only a preflight arrived. */
  readonly method: string | null;
  readonly status: number | null;
  /** A 304 that the cache asked for, and not script itself. */
  readonly isRevalidated: boolean;
  /** Normally one or none. */
  readonly preflights: readonly Logged[];
}

interface OpenChain {
  readonly hops: ChainHop[];
  /** Where its last answer leads. */
  next: string | null;
}

/** The requests of a case that reached a server, in order; what a redirect leads to belongs to what was redirected. */
export function chainsOf(log: readonly Logged[]): readonly Chain[] {
  const chains: OpenChain[] = [];
  let preflights: readonly Logged[] = [];

  function add(hop: ChainHop, location: string | null): void {
    const waiting = chains.find(({ next }) => next === hop.url);
    if (waiting === undefined) chains.push({ hops: [hop], next: location });
    else {
      waiting.hops.push(hop);
      waiting.next = location;
    }
  }

  for (const entry of log) {
    if (entry.asks !== null) {
      preflights = [...preflights, entry];
      continue;
    }
    const { url, method, status, location } = entry;
    const isItsOwn = (each: Logged): boolean => each.url === url && each.asks?.method === method;
    const own = preflights.filter(isItsOwn);
    // A page that makes a request conditional needs a preflight for that.
    const isRevalidated = status === 304 && own.length === 0;
    add({ url, method, status, isRevalidated, preflights: own }, location);
    preflights = preflights.filter((each) => !isItsOwn(each));
  }
  // Of a request that failed with its preflight, that is all that arrived.
  for (const preflight of preflights) {
    add({ ...UNSENT, url: preflight.url, preflights: [preflight] }, null);
  }
  for (const { hops, next } of chains) {
    if (next !== null && NOBODY_LISTENS.test(next)) {
      hops.push({ ...UNSENT, url: next, preflights: [] });
    }
  }
  return chains;
}

const UNSENT = { method: null, status: null, isRevalidated: false } as const;

const NOBODY_LISTENS = /^http:\/\/nowhere\.|^(?!https?:)|@/;
