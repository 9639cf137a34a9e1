import { isBlocked } from '../fetch/is-blocked.ts';
import type { Exchange } from '../model/exchange.ts';
import { DELTA_INTERVAL_MS } from '../model/limits.ts';
import { ALL_WORKERS, isOfWorker } from './workers.ts';

export interface BlockedCountContext {
  exchange(id: string): Exchange | undefined;
  /** Every exchange that is kept. */
  exchanges(): readonly Exchange[];
  /** The tabs of which something is known. */
  tabIds(): readonly number[];
  /** Whether a panel of this tab shows this exchange. */
  shows(tabId: number, exchange: Exchange): boolean;
  /** Tells the number of a tab, perhaps again; 0 if it has none. */
  show(tabId: number, count: number): void;
}

/**
 * How many blocked exchanges each tab shows, for the toolbar button. What has changed is looked at in batches, and only
 * once it has ended; what hasn't is not counted again. Turned off, as it begins, it looks at nothing.
 */
export class BlockedCount {
  readonly #context: BlockedCountContext;
  /** Ids of blocked exchanges, by tab. */
  readonly #blocked = new Map<number, Set<string>>();
  /** Exchanges that have changed. */
  readonly #changed = new Set<string>();
  /** Tabs whose number may have changed. */
  readonly #stale = new Set<number>();
  #isOn = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(context: BlockedCountContext) {
    this.#context = context;
  }

  /** Turned off, every tab loses its number; turned on, everything that is kept is counted. */
  turn(on: boolean): void {
    if (on === this.#isOn) return;
    this.#isOn = on;
    if (on) {
      for (const exchange of this.#context.exchanges()) this.changed(exchange);
      return;
    }
    this.#blocked.clear();
    this.#changed.clear();
    this.#stale.clear();
    for (const tabId of this.#context.tabIds()) this.#context.show(tabId, 0);
  }

  /** An exchange is new or has changed. */
  changed(exchange: Exchange): void {
    if (!this.#isOn) return;
    if (exchange.outcome.state === 'pending' && !this.#isCounted(exchange)) return;
    this.#changed.add(exchange.id);
    this.#schedule();
  }

  /** An exchange is gone. */
  removed(exchange: Exchange): void {
    this.#changed.delete(exchange.id);
    if (this.#blocked.get(exchange.tabId)?.delete(exchange.id)) this.#expire(exchange);
  }

  /** All of a tab's own exchanges are gone at once. */
  cleared(tabId: number): void {
    if (this.#blocked.delete(tabId)) this.refresh(tabId);
  }

  /** Another page of a tab may show other workers' exchanges. */
  tabChanged(tabId: number): void {
    if (ALL_WORKERS.some((workers) => this.#blocked.has(workers))) this.refresh(tabId);
  }

  /** With the old page the browser has dropped the number, also where the page's requests are kept. */
  pageLoaded(tabId: number): void {
    if (this.#numberOf(tabId) > 0) this.refresh(tabId);
  }

  /** Tells a tab's number again, also that it has none. */
  refresh(tabId: number): void {
    if (!this.#isOn) return;
    this.#stale.add(tabId);
    this.#schedule();
  }

  #isCounted({ tabId, id }: Exchange): boolean {
    return this.#blocked.get(tabId)?.has(id) === true;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#flush(), DELTA_INTERVAL_MS);
  }

  #flush(): void {
    this.#timer = null;
    for (const id of this.#changed) this.#count(id);
    this.#changed.clear();
    for (const tabId of this.#stale) this.#context.show(tabId, this.#numberOf(tabId));
    this.#stale.clear();
  }

  #count(id: string): void {
    const exchange = this.#context.exchange(id);
    if (exchange === undefined) return;
    const is = isBlocked(exchange);
    if (is === this.#isCounted(exchange)) return;
    const ids = this.#blocked.get(exchange.tabId) ?? new Set();
    if (is) ids.add(id);
    else ids.delete(id);
    this.#blocked.set(exchange.tabId, ids);
    this.#expire(exchange);
  }

  /** The numbers of the tabs that show this exchange are no longer right. */
  #expire(exchange: Exchange): void {
    const { tabIds, shows } = this.#context;
    const showing = isOfWorker(exchange.tabId)
      ? tabIds().filter((tabId) => shows(tabId, exchange))
      : [exchange.tabId];
    for (const tabId of showing) this.refresh(tabId);
  }

  #numberOf(tabId: number): number {
    const { exchange, shows } = this.#context;
    const ofWorkers = ALL_WORKERS.flatMap((workers) => [...(this.#blocked.get(workers) ?? [])]).filter(
      (id) => {
        const each = exchange(id);
        return each !== undefined && shows(tabId, each);
      },
    );
    return (this.#blocked.get(tabId)?.size ?? 0) + ofWorkers.length;
  }
}
