import type { Exchange } from '../model/exchange.ts';
import { tabsThatShow } from './panel-view.ts';
import { EXCHANGE_KEY, type Persistence } from './persistence.ts';
import type { ExchangeStore } from './store.ts';
import type { TabRegistry } from './tab-registry.ts';

export interface LossCountContext {
  readonly tabs: TabRegistry;
  readonly store: ExchangeStore;
  readonly persistence: Pick<Persistence, 'hasGivenUp'>;
}

/** Counts in each tab what it showed and has lost because of the limits, or will lose if the browser stops us. */
export class LossCount {
  readonly #context: LossCountContext;

  constructor(context: LossCountContext) {
    this.#context = context;
  }

  /** An exchange has left the memory. The storage gives up the oldest, too: what had left it before must not count twice. */
  dropped(exchange: Exchange): void {
    const { tabs, persistence } = this.#context;
    const wasUnsaved = persistence.hasGivenUp(EXCHANGE_KEY + exchange.id) ? 1 : 0;
    for (const tab of tabsThatShow(exchange, tabs)) {
      const unsaved = Math.max(0, tab.unsaved - wasUnsaved);
      tabs.update(tab.tabId, { dropped: tab.dropped + 1, unsaved });
    }
  }

  /** Exchanges, by their keys, have left the storage and are in memory only. */
  givenUp(keys: readonly string[]): void {
    const { tabs, store } = this.#context;
    for (const key of keys) {
      const exchange = store.get(key.slice(EXCHANGE_KEY.length));
      if (exchange === undefined) continue;
      for (const tab of tabsThatShow(exchange, tabs)) tabs.update(tab.tabId, { unsaved: tab.unsaved + 1 });
    }
  }
}
