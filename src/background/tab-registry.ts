import type { Navigation } from '../messages/messages.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import type { PageAhead } from './pages-ahead.ts';

/** A serialised origin whose pages or frames a tab has shown, and since when (milliseconds since the epoch). */
export interface KeptOrigin {
  readonly origin: string;
  readonly since: number;
}

/** What is known of a tab besides its exchanges. Plain data: it is stored as it is. */
export interface TabRecord {
  readonly tabId: number;
  /** It is in a private window. */
  readonly isPrivate: boolean;
  /** Masked URL of its page, without fragment. */
  readonly page?: string;
  /** It shows another page by now, of which the browser doesn't tell us even the URL: what is known is of the one before. */
  readonly isKeptOut: boolean;
  /** Serialised origin of its page; `null` (the word) if it has none or is not known. */
  readonly origin: string;
  /** Origins of the pages whose exchanges are kept, and of their frames; workers' exchanges are shown by these. */
  readonly keptOrigins: readonly KeptOrigin[];
  /** Serialised origins of the page's frames that have asked for something, without the page's own. */
  readonly frameOrigins?: readonly string[];
  readonly navigations: readonly Navigation[];
  readonly keepOnNavigation: boolean;
  readonly paused: boolean;
  readonly panelOpen: boolean;
  /** The page's requests were recorded from its first one. */
  readonly complete: boolean;
  /** Exchanges before this moment were cleared. Milliseconds since the epoch. */
  readonly clearedAt: number;
  /** How many exchanges were dropped to stay within the limits. */
  readonly dropped: number;
  /** How many are only in memory, because the session storage is full: they are lost if the background is stopped. */
  readonly unsaved: number;
  /** The document of the main frame, once one of its requests has told, and the one before. */
  readonly documentId?: string;
  readonly previousDocumentId?: string;
  /** The pages of these two documents: masked URLs, without fragment. */
  readonly documentPage?: string;
  readonly previousPage?: string;
  /** What the document before was loaded from, whatever it called itself afterwards (`history.pushState`). */
  readonly previousUrl?: string;
  /** The pages that are rendered ahead, in the order in which they were asked for. */
  readonly ahead?: readonly PageAhead[];
  /** The tab is closed, and a panel in a window of its own still shows it. */
  readonly closed: boolean;
}

/** The tabs of which something is known. */
export class TabRegistry {
  readonly #tabs = new Map<number, TabRecord>();
  readonly #onChange: (tabId: number) => void;

  constructor(onChange: (tabId: number) => void) {
    this.#onChange = onChange;
  }

  /** What is known of the tab; the beginning of it if it is new. */
  get(tabId: number): TabRecord {
    return this.#tabs.get(tabId) ?? newTab(tabId);
  }

  find(tabId: number): TabRecord | undefined {
    return this.#tabs.get(tabId);
  }

  all(): readonly TabRecord[] {
    return [...this.#tabs.values()];
  }

  update(tabId: number, change: Partial<Omit<TabRecord, 'tabId'>>): void {
    this.replace({ ...this.get(tabId), ...change });
  }

  replace(tab: TabRecord): void {
    // The order is that of their last changes.
    this.#tabs.delete(tab.tabId);
    this.#tabs.set(tab.tabId, tab);
    this.#onChange(tab.tabId);
  }

  get size(): number {
    return this.#tabs.size;
  }

  remove(tabId: number): void {
    this.#tabs.delete(tabId);
    this.#onChange(tabId);
  }

  /** Takes over what was stored. What was only in memory when the background was stopped is gone now. */
  restore(tab: TabRecord): void {
    this.#tabs.set(tab.tabId, { ...tab, dropped: tab.dropped + tab.unsaved, unsaved: 0 });
  }
}

function newTab(tabId: number): TabRecord {
  return {
    tabId,
    isPrivate: false,
    isKeptOut: false,
    origin: OPAQUE_ORIGIN,
    keptOrigins: [],
    navigations: [],
    keepOnNavigation: false,
    paused: false,
    panelOpen: false,
    complete: false,
    clearedAt: 0,
    dropped: 0,
    unsaved: 0,
    closed: false,
  };
}
