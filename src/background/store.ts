import type { Exchange } from '../model/exchange.ts';
import { sizeOf } from '../model/exchange-size.ts';
import {
  MAX_CHARACTERS,
  MAX_CHARACTERS_PER_EXCHANGE,
  MAX_CHARACTERS_PER_TAB,
  MAX_EXCHANGES,
  MAX_EXCHANGES_PER_TAB,
} from '../model/limits.ts';

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
  /** Of one exchange. */
  readonly charactersPerExchange: number;
  readonly exchangesPerTab: number;
  readonly charactersPerTab: number;
  /** Over all tabs. */
  readonly exchanges: number;
  readonly characters: number;
}

const LIMITS: StoreLimits = {
  charactersPerExchange: MAX_CHARACTERS_PER_EXCHANGE,
  exchangesPerTab: MAX_EXCHANGES_PER_TAB,
  charactersPerTab: MAX_CHARACTERS_PER_TAB,
  exchanges: MAX_EXCHANGES,
  characters: MAX_CHARACTERS,
};

/**
 * All exchanges that are kept, by tab. Bounded: beyond a tab's limits its oldest ended one goes first, beyond those of
 * all tabs that of the biggest tab which nobody is looking at.
 */
export class ExchangeStore {
  readonly #tabs = new Map<number, TabEntries>();
  readonly #tabOf = new Map<string, number>();
  readonly #onChange: (change: StoreChange) => void;
  readonly #isShown: (tabId: number) => boolean;
  readonly #limits: StoreLimits;
  #size = 0;

  /**
   * @param onChange is told of every change but `clear`, whose caller knows
   * @param isShown whether a panel shows that tab
   */
  constructor(
    onChange: (change: StoreChange) => void,
    isShown: (tabId: number) => boolean = () => false,
    limits: Partial<StoreLimits> = {},
  ) {
    this.#onChange = onChange;
    this.#isShown = isShown;
    this.#limits = { ...LIMITS, ...limits };
  }

  get(id: string): Exchange | undefined {
    const tabId = this.#tabOf.get(id);
    return tabId === undefined ? undefined : this.#tabs.get(tabId)?.exchanges.get(id)?.exchange;
  }

  /** The tab's exchanges, oldest first. */
  list(tabId: number): readonly Exchange[] {
    return [...(this.#tabs.get(tabId)?.exchanges.values() ?? [])].map(({ exchange }) => exchange);
  }

  isEmpty(tabId: number): boolean {
    return (this.#tabs.get(tabId)?.exchanges.size ?? 0) === 0;
  }

  /** Adds an exchange, or replaces the one of that id in its place. */
  put(exchange: Exchange): void {
    const size = sizeOf(exchange);
    if (size > this.#limits.charactersPerExchange) {
      this.drop(exchange);
      return;
    }
    const tab = this.#entriesOf(exchange.tabId);
    const growth = size - (tab.exchanges.get(exchange.id)?.size ?? 0);
    tab.size += growth;
    this.#size += growth;
    tab.exchanges.set(exchange.id, { exchange, size });
    this.#tabOf.set(exchange.id, exchange.tabId);
    this.#onChange({ kind: 'put', exchange });
    for (let over = this.#beyondLimits(tab); over !== undefined; over = this.#beyondLimits(tab)) {
      const victim = oldestEnded(over);
      if (victim === undefined) return;
      this.drop(victim);
    }
  }

  /** Gives an exchange up because of the limits, also one that isn't here yet. It counts as dropped. */
  drop(exchange: Exchange): void {
    this.#delete(exchange);
    this.#onChange({ kind: 'dropped', exchange });
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
    this.#size -= this.#tabs.get(tabId)?.size ?? 0;
    this.#tabs.delete(tabId);
    return ids;
  }

  /** Which tab has to give something up after this one has grown, if one has. */
  #beyondLimits(grown: TabEntries): TabEntries | undefined {
    const limits = this.#limits;
    if (grown.exchanges.size > limits.exchangesPerTab || grown.size > limits.charactersPerTab) return grown;
    if (this.#tabOf.size > limits.exchanges) return this.#leastWanted(({ exchanges }) => exchanges.size);
    if (this.#size > limits.characters) return this.#leastWanted(({ size }) => size);
    return undefined;
  }

  #leastWanted(measure: (tab: TabEntries) => number): TabEntries | undefined {
    const tabs = [...this.#tabs];
    const hidden = tabs.filter(([tabId]) => !this.#isShown(tabId));
    const candidates = hidden.length > 0 ? hidden : tabs;
    return candidates.map(([, tab]) => tab).reduce((a, b) => (measure(b) > measure(a) ? b : a));
  }

  #delete({ id, tabId }: Exchange): void {
    const tab = this.#tabs.get(tabId);
    const size = tab?.exchanges.get(id)?.size;
    if (tab === undefined || size === undefined) return;
    tab.size -= size;
    this.#size -= size;
    tab.exchanges.delete(id);
    this.#tabOf.delete(id);
    if (tab.exchanges.size === 0) this.#tabs.delete(tabId);
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
