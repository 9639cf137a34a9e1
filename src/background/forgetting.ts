import type { Engine, Exchange } from '../model/exchange.ts';
import type { BlockedCount } from './blocked-count.ts';
import { EXCHANGE_KEY, FORGOTTEN_KEY, type Persistence } from './persistence.ts';
import type { Recorder } from './recorder.ts';
import type { ExchangeStore } from './store.ts';
import type { TabRegistry } from './tab-registry.ts';
import { ALL_WORKERS, workersOf } from './workers.ts';

export interface ForgettingContext {
  readonly engine: Engine;
  readonly tabs: TabRegistry;
  readonly store: ExchangeStore;
  readonly recorder: Recorder;
  readonly persistence: Pick<Persistence, 'touch'>;
  readonly blockedCount: Pick<BlockedCount, 'cleared'>;
}

/** Makes exchanges go from wherever they are: the store, what is followed, the storage, the number on the button. */
export class Forgetting {
  readonly #context: ForgettingContext;

  constructor(context: ForgettingContext) {
    this.#context = context;
  }

  /** Those that the store doesn't have any more. */
  forget(ids: readonly string[]): void {
    const { recorder, persistence } = this.#context;
    recorder.forget(ids);
    for (const id of ids) persistence.touch(EXCHANGE_KEY + id);
    persistence.touch(FORGOTTEN_KEY);
  }

  /**
   * A tab's own, also those that aren't in the store yet. The store is left without any of the tab.
   *
   * @param stays tells of those that go on, and are to be put back
   */
  forgetExchangesOf(tabId: number, stays: (exchange: Exchange) => boolean = () => false): void {
    const { store, recorder, blockedCount } = this.#context;
    const all = [...store.list(tabId), ...recorder.followedIn(tabId)];
    store.clear(tabId);
    this.forget(all.filter((exchange) => !stays(exchange)).map(({ id }) => id));
    blockedCount.cleared(tabId);
  }

  /** Workers' exchanges that no tab shows any more. */
  forgetOrphanedWorkers(): void {
    const { engine, tabs, store } = this.#context;
    const kept = new Set(
      tabs.all().flatMap((tab) => tab.keptOrigins.map(({ origin }) => `${workersOf(tab, engine)} ${origin}`)),
    );
    const orphans = ALL_WORKERS.flatMap((workers) => store.list(workers)).filter(
      ({ tabId, initiator }) => !kept.has(`${tabId} ${initiator}`),
    );
    for (const { id } of orphans) store.remove(id);
    this.forget(orphans.map(({ id }) => id));
  }
}
