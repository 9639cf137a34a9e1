import type { Exchange } from '../model/exchange.ts';
import { MAX_CHARACTERS_PER_TAB, MAX_EXCHANGES_PER_TAB } from '../model/limits.ts';

/** What happened to an exchange: new or changed, gone, or gone because of the limits. */
export interface StoreChange {
  readonly kind: 'put' | 'removed' | 'dropped';
  readonly exchange: Exchange;
}

interface TabEntries {
  /** In the order in which they began. */
  readonly exchanges: Map<string, { exchange: Exchange; size: number }>;
  size: number;
}

export interface StoreLimits {
  readonly exchanges: number;
  readonly characters: number;
}

const LIMITS: StoreLimits = { exchanges: MAX_EXCHANGES_PER_TAB, characters: MAX_CHARACTERS_PER_TAB };

/** All exchanges that are kept, by tab. Bounded: beyond the limits the oldest ended one of the tab goes first. */
export class ExchangeStore {
  readonly #tabs = new Map<number, TabEntries>();
  readonly #tabOf = new Map<string, number>();
  readonly #onChange: (change: StoreChange) => void;
  readonly #limits: StoreLimits;

  /** @param onChange is told of every change but `clear`, whose caller knows. */
  constructor(onChange: (change: StoreChange) => void, limits: StoreLimits = LIMITS) {
    this.#onChange = onChange;
    this.#limits = limits;
  }

  get(id: string): Exchange | undefined {
    const tabId = this.#tabOf.get(id);
    return tabId === undefined ? undefined : this.#tabs.get(tabId)?.exchanges.get(id)?.exchange;
  }

  /** The tab's exchanges, oldest first. */
  list(tabId: number): readonly Exchange[] {
    return [...(this.#tabs.get(tabId)?.exchanges.values() ?? [])].map(({ exchange }) => exchange);
  }

  /** Adds an exchange, or replaces the one of that id in its place. */
  put(exchange: Exchange): void {
    const tab = this.#entriesOf(exchange.tabId);
    const size = sizeOf(exchange);
    tab.size += size - (tab.exchanges.get(exchange.id)?.size ?? 0);
    tab.exchanges.set(exchange.id, { exchange, size });
    this.#tabOf.set(exchange.id, exchange.tabId);
    this.#onChange({ kind: 'put', exchange });
    while (tab.exchanges.size > this.#limits.exchanges || tab.size > this.#limits.characters) {
      const victim = oldestEnded(tab);
      if (victim === undefined) return;
      this.#delete(victim);
      this.#onChange({ kind: 'dropped', exchange: victim });
    }
  }

  remove(id: string): void {
    const exchange = this.get(id);
    if (exchange === undefined) return;
    this.#delete(exchange);
    this.#onChange({ kind: 'removed', exchange });
  }

  /** Forgets everything of a tab; gives the ids of what was there. */
  clear(tabId: number): readonly string[] {
    const ids = [...(this.#tabs.get(tabId)?.exchanges.keys() ?? [])];
    for (const id of ids) this.#tabOf.delete(id);
    this.#tabs.delete(tabId);
    return ids;
  }

  #delete({ id, tabId }: Exchange): void {
    const tab = this.#entriesOf(tabId);
    tab.size -= tab.exchanges.get(id)?.size ?? 0;
    tab.exchanges.delete(id);
    this.#tabOf.delete(id);
  }

  #entriesOf(tabId: number): TabEntries {
    const known = this.#tabs.get(tabId);
    if (known !== undefined) return known;
    const created: TabEntries = { exchanges: new Map(), size: 0 };
    this.#tabs.set(tabId, created);
    return created;
  }
}

/** The oldest one that has ended; the oldest of all if none has. */
function oldestEnded({ exchanges }: TabEntries): Exchange | undefined {
  for (const { exchange } of exchanges.values()) {
    if (exchange.outcome.state !== 'pending') return exchange;
  }
  return exchanges.values().next().value?.exchange;
}

/** What an exchange costs beyond its texts: field names, ids, numbers. */
const BASE_SIZE = 400;
const HEADER_SIZE = 8;

/** About the length of the exchange as JSON, without making it. */
export function sizeOf(exchange: Exchange): number {
  let size = BASE_SIZE + (exchange.page?.length ?? 0);
  for (const { url, redirectUrl, request, response, preflight } of exchange.hops) {
    size += BASE_SIZE + url.length + (redirectUrl?.length ?? 0);
    for (const message of [request, response, preflight?.request, preflight?.response]) {
      for (const [name, value] of message?.headers ?? []) size += HEADER_SIZE + name.length + value.length;
    }
  }
  return size;
}
