import type { RecordingState } from '../messages/messages.ts';
import type { Engine } from '../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import type { Listening } from './listening.ts';
import { decideScope, isOriginInScope } from './recording-scope.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import type { TabRecord, TabRegistry } from './tab-registry.ts';
import { isOfWorker, workersOf } from './workers.ts';

/** Which tabs are recorded now, and so whether the listeners are needed. */
export class RecordingControl {
  readonly #tabs: TabRegistry;
  readonly #listening: Listening;
  readonly #engine: Engine;
  /** Origins that tabs are on their way to. */
  readonly #destinations = new Map<number, string>();
  #settings: Settings = DEFAULT_SETTINGS;

  constructor(tabs: TabRegistry, listening: Listening, engine: Engine) {
    this.#tabs = tabs;
    this.#engine = engine;
    this.#listening = listening;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** New settings. They take effect with the next `rescope`. */
  use(settings: Settings): void {
    this.#settings = settings;
  }

  /** A tab is on its way to a page of that origin: its requests may begin before we hear of the page again. */
  expect(tabId: number, origin: string): void {
    this.#destinations.set(tabId, origin);
  }

  /** The tab has arrived, or given up. Tells whether it was on its way. */
  arrive(tabId: number): boolean {
    return this.#destinations.delete(tabId);
  }

  /** As the panel is told. */
  stateOf(tabId: number): RecordingState {
    const tab = this.#tabs.get(tabId);
    const scope = decideScope(tab, this.#settings);
    return scope.on ? { ...scope, complete: tab.complete } : scope;
  }

  /** Whether requests of this frame of a tab (0 is the page itself), whose document or worker is of this origin, are recorded. */
  isInScope(tabId: number, frameId: number, origin: string): boolean {
    if (!isOfWorker(tabId)) {
      const tab = this.#tabs.get(tabId);
      // A page's own requests tell its origin, also where the news that the tab shows it comes late.
      const isPage = frameId === 0 && /^https?:/.test(origin);
      return decideScope(isPage ? { ...tab, origin } : tab, this.#settings).on;
    }
    if (isOriginInScope(origin, this.#settings)) return true;
    if (origin === OPAQUE_ORIGIN) return false;
    const tabs = this.#tabs.all().filter((tab) => workersOf(tab, this.#engine) === tabId);
    return tabs.some((tab) => isOfPage(tab, origin) && decideScope(tab, this.#settings).on);
  }

  /** Something has changed that the scope hangs on. */
  rescope(): void {
    let isNeeded = this.#settings.everywhere;
    for (const tab of this.#tabs.all()) {
      const { on } = decideScope(tab, this.#settings);
      isNeeded ||= on;
      if (!on && tab.complete) this.#tabs.update(tab.tabId, { complete: false });
    }
    for (const [tabId, origin] of this.#destinations) {
      isNeeded ||= decideScope({ ...this.#tabs.get(tabId), origin }, this.#settings).on;
    }
    this.#listening.need(isNeeded);
  }
}

/** Whether a worker of that origin may be the page's, or one of its frames'. */
function isOfPage({ origin, frameOrigins = [] }: TabRecord, initiator: string): boolean {
  return origin === initiator || frameOrigins.includes(initiator);
}
