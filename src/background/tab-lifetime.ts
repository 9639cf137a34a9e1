import { MAX_TABS } from '../model/limits.ts';
import type { OpenTab } from '../platform/tabs.ts';
import type { Forgetting } from './forgetting.ts';
import type { Recorder } from './recorder.ts';
import type { RecordingControl } from './recording-control.ts';
import type { ExchangeStore } from './store.ts';
import type { TabRegistry } from './tab-registry.ts';

export interface TabLifetimeContext {
  readonly tabs: TabRegistry;
  readonly store: ExchangeStore;
  readonly recorder: Recorder;
  readonly control: RecordingControl;
  readonly forgetting: Forgetting;
  /** Whether a panel watches the tab. */
  isWatched(tabId: number): boolean;
}

/** How long a tab is known: while it is open or a panel watches it, and no more tabs than the limit at a time. */
export class TabLifetime {
  readonly #context: TabLifetimeContext;

  constructor(context: TabLifetimeContext) {
    this.#context = context;
  }

  /** A panel watches the tab. */
  panelOpened(tabId: number): void {
    const { tabs, control } = this.#context;
    tabs.update(tabId, { panelOpen: true });
    control.rescope();
  }

  /** No panel watches the tab any more. */
  panelClosed(tabId: number): void {
    const { tabs, control } = this.#context;
    if (tabs.get(tabId).closed) this.#remove(tabId);
    else tabs.update(tabId, { panelOpen: false });
    control.rescope();
  }

  /** Panels that were open when we were stopped have not come back, or never will. */
  forgetLostPanels(): void {
    const { tabs, isWatched } = this.#context;
    for (const { tabId, panelOpen } of tabs.all()) {
      if (panelOpen && !isWatched(tabId)) this.panelClosed(tabId);
    }
  }

  /** @param at milliseconds since the epoch */
  tabClosed(tabId: number, at: number): void {
    const { control, isWatched } = this.#context;
    control.arrive(tabId);
    this.#close(tabId, at, isWatched(tabId));
    control.rescope();
  }

  /**
   * Tabs may have been closed while we were stopped. The panels that were open then are on their way back.
   *
   * @param openTabs none if the browser didn't tell
   * @param now milliseconds since the epoch
   */
  resume(openTabs: readonly OpenTab[], now: number): void {
    const open = new Set(openTabs.map(({ tabId }) => tabId));
    for (const { tabId, panelOpen } of this.#context.tabs.all()) {
      if (open.size > 0 && !open.has(tabId)) this.#close(tabId, now, panelOpen);
    }
  }

  /** Beyond the limit another tab goes for this one: best one of which nothing is recorded, never one that a panel watches. */
  makeRoomFor(tabId: number): void {
    const { tabs, store } = this.#context;
    if (tabs.size <= MAX_TABS) return;
    const others = tabs.all().filter((tab) => tab.tabId !== tabId && !tab.panelOpen);
    const extra = others.find((tab) => store.isEmpty(tab.tabId)) ?? others[0];
    if (extra !== undefined) this.#remove(extra.tabId);
  }

  /** A panel in a window of its own still shows a tab that is closed. */
  #close(tabId: number, at: number, isWatched: boolean): void {
    const { tabs, recorder } = this.#context;
    recorder.closeTab(tabId, at, 'tab-closed');
    if (isWatched) tabs.update(tabId, { closed: true });
    else this.#remove(tabId);
  }

  #remove(tabId: number): void {
    const { tabs, forgetting } = this.#context;
    forgetting.forgetExchangesOf(tabId);
    tabs.remove(tabId);
    forgetting.forgetOrphanedWorkers();
  }
}
