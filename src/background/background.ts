import type { Exchange, ObservedIn } from '../model/exchange.ts';
import type { HostAccess } from '../model/host-access.ts';
import { ANSWER_TIME_LIMIT_MS, CLOSING_INTERVAL_MS, MAX_TABS, PANEL_RECONNECT_MS } from '../model/limits.ts';
import type { PanelPort } from '../platform/panel-ports.ts';
import type { KeyValueStorage } from '../platform/session-storage.ts';
import type { SettingsStorage } from '../platform/settings-storage.ts';
import type { OpenTab } from '../platform/tabs.ts';
import type { WebRequestDetails, WebRequestEvent, WebRequestListeners } from '../platform/web-request.ts';
import { AccessWatch } from './access-watch.ts';
import { type Badge, badgeOf } from './badge.ts';
import { BlockedCount } from './blocked-count.ts';
import { Listening } from './listening.ts';
import { isOfNewPage, isOfPageAhead, isOfShownPage, type NewPage, withNewPage } from './navigation.ts';
import { pageOfRequest } from './page-of-request.ts';
import { PageTracker } from './page-tracker.ts';
import { carryOut } from './panel-commands.ts';
import { type PanelCommand, PanelHub } from './panel-hub.ts';
import { showsExchange, tabState } from './panel-view.ts';
import { initiatorOf, parseDetails } from './parse-details.ts';
import { EXCHANGE_KEY, FORGOTTEN_KEY, LISTENING_KEY, Persistence, SALT_KEY, TAB_KEY } from './persistence.ts';
import { Recorder } from './recorder.ts';
import { RecordingControl } from './recording-control.ts';
import { adoptTabs, restoreRecording } from './restore.ts';
import { parseSettings } from './settings.ts';
import { StartupQueue } from './startup-queue.ts';
import { ExchangeStore, type StoreChange } from './store.ts';
import { type TabRecord, TabRegistry } from './tab-registry.ts';
import { ALL_WORKERS, isOfWorker, workersOf } from './workers.ts';

/** The browser, as far as the background needs it. */
export interface BackgroundPlatform {
  readonly observedIn: ObservedIn;
  readonly ownOrigin: string;
  readonly session: KeyValueStorage;
  readonly settings: SettingsStorage;
  openTabs(): Promise<readonly OpenTab[]>;
  hostAccess(): Promise<HostAccess>;
  /** Whether a request is shown only with access to its target, besides the site that makes it. */
  readonly targetsNeedAccess: boolean;
  /** Opens a tab's panel in a tab of its own. */
  openPanelTab(tabId: number): void;
  /** On the toolbar button, while that tab is shown. */
  showOnToolbarButton(tabId: number, badge: Badge): void;
  /** What tells of the requests of pages. */
  readonly recording: WebRequestListeners;
  /** Resolves when the browser has told what it has started us for. */
  untilTold(): Promise<void>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A text that nobody can guess. */
  randomText(): string;
}

/**
 * The recorder with everything around it. All state is in memory, and in `storage.session` for the time when the
 * browser stops us; until that has been read, everything that happens waits in line.
 */
export class Background {
  readonly #platform: BackgroundPlatform;
  readonly #tabs = new TabRegistry((tabId) => this.#tabChanged(tabId));
  readonly #store = new ExchangeStore(
    (change) => this.#storeChanged(change),
    (tabId) => isOfWorker(tabId) || this.#hub.isOpen(tabId),
  );
  readonly #recorder: Recorder;
  readonly #persistence: Persistence;
  readonly #hub: PanelHub;
  readonly #listening: Listening;
  readonly #control: RecordingControl;
  readonly #pages: PageTracker;
  readonly #blockedCount: BlockedCount;
  readonly #access: AccessWatch;
  readonly #queue = new StartupQueue();
  #salt = '';
  /** When we were started after a stop, in milliseconds since the epoch; if we never were stopped, long ago. */
  #resumedAt = Number.NEGATIVE_INFINITY;
  #isStorageFull = false;
  /** All until it is known: a warning that is wrong for a moment would be read. */
  #hostAccess: HostAccess = { sites: 'all' };

  /** Puts the listeners on at once: the browser only wakes us for listeners that are there from the first moment. */
  constructor(platform: BackgroundPlatform) {
    this.#platform = platform;
    this.#recorder = new Recorder({
      observedIn: platform.observedIn,
      store: this.#store,
      pageOf: (request) => pageOfRequest(this.#tabs.get(request.tabId), request),
      onRecordChange: (id) => this.#persistence.touch(EXCHANGE_KEY + id),
    });
    this.#persistence = new Persistence({
      storage: platform.session,
      valueOf: (key) => this.#storedValueOf(key),
      isRunning: (key) => this.#recorder.isFollowed(key.slice(EXCHANGE_KEY.length)),
      onGivenUp: (keys) => this.#countUnsaved(keys),
      onProblem: (isFull) => {
        this.#isStorageFull = isFull;
        this.#hub.stateChanged();
      },
    });
    this.#hub = new PanelHub({
      stateOf: (tabId) =>
        tabState(this.#tabs.get(tabId), this.#control, {
          hostAccess: this.#hostAccess,
          isStorageFull: this.#isStorageFull,
        }),
      exchangesOf: (tabId) => [...this.#store.list(tabId), ...this.#workersShownIn(this.#tabs.get(tabId))],
      exchange: (id) => this.#store.get(id),
      shows: (tabId, exchange) => showsExchange(this.#tabs.get(tabId), exchange),
      onSubscribe: (tabId) => this.#panelOpened(tabId),
      onLastPanelGone: (tabId) => this.#panelClosed(tabId),
      onCommand: (tabId, command) => this.#carryOut(tabId, command),
    });
    this.#listening = new Listening(platform.recording, platform.now, () =>
      this.#persistence.touch(LISTENING_KEY),
    );
    this.#control = new RecordingControl(this.#tabs, this.#listening, platform.observedIn.engine);
    this.#blockedCount = new BlockedCount({
      exchange: (id) => this.#store.get(id),
      exchanges: () => [...this.#tabIds(), ...ALL_WORKERS].flatMap((tabId) => this.#store.list(tabId)),
      tabIds: () => this.#tabIds(),
      shows: (tabId, exchange) => showsExchange(this.#tabs.get(tabId), exchange),
      show: (tabId, blocked) => platform.showOnToolbarButton(tabId, badgeOf(blocked)),
    });
    this.#pages = new PageTracker({
      tabs: this.#tabs,
      control: this.#control,
      listening: this.#listening,
      onNewPage: (tabId, page) => this.#showNewPage(tabId, page),
    });
    this.#access = new AccessWatch({
      recorder: this.#recorder,
      hostAccess: () => this.#hostAccess,
      targetsNeedAccess: platform.targetsNeedAccess,
      now: () => platform.now(),
    });
  }

  /** Reads what was stored, then lets everything in that has waited. Never rejects. */
  async start(): Promise<void> {
    const [stored, settings, tabs, hostAccess] = await Promise.all([
      this.#persistence.load().catch(() => new Map<string, string>()),
      this.#platform.settings.read().catch(() => undefined),
      this.#platform.openTabs().catch(() => []),
      this.#platform.hostAccess().catch(() => this.#hostAccess),
      this.#platform.untilTold(),
    ]);
    this.#hostAccess = hostAccess;
    this.#control.use(parseSettings(settings));
    this.#blockedCount.turn(this.#control.settings.countOnButton);
    this.#restore(stored, tabs);
    this.#queue.open();
    this.#control.rescope();
    // The browser has kept the numbers, but not all exchanges need have been stored.
    for (const tabId of this.#tabIds()) {
      if (this.#control.stateOf(tabId).on) this.#blockedCount.refresh(tabId);
    }
    setTimeout(() => this.#forgetLostPanels(), PANEL_RECONNECT_MS);
    setInterval(() => this.#closeWhatEnded(), CLOSING_INTERVAL_MS);
    this.#closeWhatEnded();
  }

  onRequest(kind: WebRequestEvent, details: WebRequestDetails): void {
    this.#queue.run(() => {
      this.#noteFrame(kind, details);
      const event = parseDetails(kind, details, {
        engine: this.#platform.observedIn.engine,
        ownOrigin: this.#platform.ownOrigin,
        salt: this.#salt,
        isFollowed: (id) => this.#recorder.isFollowed(id),
        isResumed: details.timeStamp - this.#resumedAt < ANSWER_TIME_LIMIT_MS,
        isInScope: (...request) => this.#control.isInScope(...request),
      });
      if (event === null) {
        this.#listening.overhear();
        return;
      }
      if (event.kind === 'before-request') this.#pages.noteDocument(event);
      this.#recorder.accept(event);
      this.#access.accepted(event);
    }, details.timeStamp);
  }

  onNavigation(kind: WebRequestEvent, details: WebRequestDetails): void {
    const { timeStamp: at } = details;
    if (isOfShownPage(details)) this.#queue.run(() => this.#pages.navigate(kind, details), at);
    else if (isOfPageAhead(details)) this.#queue.run(() => this.#pages.noteAhead(kind, details), at);
  }

  onTabUrlChanged(tabId: number, url: string, isPrivate?: boolean): void {
    const at = this.#platform.now();
    this.#queue.run(() => {
      this.#pages.notePrivate(tabId, isPrivate);
      this.#pages.urlChanged(tabId, url, at);
    }, at);
  }

  /** A tab shows a page of which the browser tells us nothing. */
  onTabKeptOut(tabId: number): void {
    this.#queue.run(() => this.#pages.keptOut(tabId), this.#platform.now());
  }

  /** A tab has loaded its page. */
  onTabLoaded(tabId: number): void {
    this.#queue.run(() => this.#blockedCount.pageLoaded(tabId));
  }

  onTabClosed(tabId: number): void {
    const at = this.#platform.now();
    this.#queue.run(() => {
      this.#control.arrive(tabId);
      this.#recorder.closeTab(tabId, at, 'tab-closed');
      if (this.#hub.isOpen(tabId)) this.#tabs.update(tabId, { closed: true });
      else this.#removeTab(tabId);
      this.#control.rescope();
    }, at);
  }

  /** The user granted or withdrew access to sites. */
  onHostAccessChanged(): void {
    this.#queue.run(() => void this.#readHostAccess());
  }

  onPanel(port: PanelPort): void {
    this.#queue.runWithPort(port, (ready) => this.#hub.connect(ready));
  }

  /** Writes what isn't stored yet. For tests, and for whoever knows that we are about to be stopped. */
  flush(): Promise<void> {
    return this.#persistence.flush();
  }

  #noteFrame(kind: WebRequestEvent, details: WebRequestDetails): void {
    if (kind !== 'before-request' || details.tabId < 0 || details.frameId <= 0) return;
    const initiator = initiatorOf(details, this.#platform.observedIn.engine);
    if (initiator !== null) this.#pages.noteFrame(details, initiator);
  }

  #restore(stored: ReadonlyMap<string, string>, openTabs: readonly OpenTab[]): void {
    this.#salt = stored.get(SALT_KEY) ?? this.#platform.randomText();
    if (!stored.has(SALT_KEY)) this.#persistence.touch(SALT_KEY);
    this.#listening.restore(stored.get(LISTENING_KEY));
    const now = this.#platform.now();
    if (stored.has(SALT_KEY)) this.#resumedAt = now;
    restoreRecording(stored, this.#tabs, this.#recorder, this.#persistence, now);
    const open = new Set(openTabs.map(({ tabId }) => tabId));
    for (const { tabId, panelOpen } of this.#tabs.all()) {
      if (open.size === 0 || open.has(tabId)) continue;
      this.#recorder.closeTab(tabId, now, 'tab-closed');
      if (panelOpen) this.#tabs.update(tabId, { closed: true });
      else this.#removeTab(tabId);
    }
    adoptTabs(openTabs, this.#tabs);
  }

  /** What gets no event any more: it waited too long, or we have stopped listening. */
  #closeWhatEnded(): void {
    const now = this.#platform.now();
    if (!this.#listening.isOnSince(now)) {
      for (const { id } of this.#recorder.pending()) this.#recorder.close(id, now, 'recorder-stopped');
    }
    this.#recorder.closeOverdue(now);
  }

  #showNewPage(tabId: number, page: NewPage): void {
    const stays = (exchange: Exchange): boolean => isOfNewPage(exchange, page);
    this.#recorder.closeTab(tabId, page.at, 'navigation', stays);
    const tab = withNewPage(this.#tabs.get(tabId), page);
    const kept = this.#store.list(tabId).filter(stays);
    if (!tab.keepOnNavigation) this.#forgetExchanges(tabId, stays);
    this.#tabs.replace(tab);
    this.#control.rescope();
    if (!tab.keepOnNavigation) {
      this.#hub.cleared(tabId);
      for (const exchange of kept) this.#store.put(exchange);
    }
    this.#forgetOrphanedWorkers();
  }

  #carryOut(tabId: number, command: PanelCommand): void {
    carryOut(tabId, command, {
      tabs: this.#tabs,
      control: this.#control,
      storage: this.#platform.settings,
      clear: (which) => this.#clear(which),
      openInTab: (which) => this.#platform.openPanelTab(which),
      onSettingsChange: () => {
        this.#blockedCount.turn(this.#control.settings.countOnButton);
        this.#hub.stateChanged();
      },
    });
  }

  #clear(tabId: number): void {
    this.#forgetExchanges(tabId);
    this.#tabs.update(tabId, {
      clearedAt: this.#platform.now(),
      dropped: 0,
      unsaved: 0,
      navigations: this.#tabs.get(tabId).navigations.slice(-1),
    });
    this.#hub.cleared(tabId);
  }

  /** With more permissions there is more to hear, and we may know more tabs' URLs. */
  async #readHostAccess(): Promise<void> {
    this.#hostAccess = await this.#platform.hostAccess().catch(() => this.#hostAccess);
    this.#listening.refresh();
    // What the pages that are there asked before, or ask while access is withdrawn, nobody saw.
    for (const { tabId } of this.#tabs.all()) this.#tabs.update(tabId, { complete: false });
    adoptTabs(await this.#platform.openTabs().catch(() => []), this.#tabs);
    this.#control.rescope();
    this.#access.changed();
    this.#hub.stateChanged();
  }

  #panelOpened(tabId: number): void {
    this.#tabs.update(tabId, { panelOpen: true });
    this.#control.rescope();
  }

  #panelClosed(tabId: number): void {
    if (this.#tabs.get(tabId).closed) this.#removeTab(tabId);
    else this.#tabs.update(tabId, { panelOpen: false });
    this.#control.rescope();
  }

  /** Panels that were open when we were stopped and have not come back. */
  #forgetLostPanels(): void {
    for (const { tabId, panelOpen } of this.#tabs.all()) {
      if (panelOpen && !this.#hub.isOpen(tabId)) this.#panelClosed(tabId);
    }
  }

  #removeTab(tabId: number): void {
    this.#forgetExchanges(tabId);
    this.#tabs.remove(tabId);
    this.#forgetOrphanedWorkers();
  }

  #forgetExchanges(tabId: number, stays: (exchange: Exchange) => boolean = () => false): void {
    const all = [...this.#store.list(tabId), ...this.#recorder.followedIn(tabId)];
    this.#store.clear(tabId);
    this.#forget(all.filter((exchange) => !stays(exchange)).map(({ id }) => id));
    this.#blockedCount.cleared(tabId);
  }

  #workersShownIn(tab: TabRecord): readonly Exchange[] {
    return this.#store.list(this.#workersOf(tab)).filter((exchange) => showsExchange(tab, exchange));
  }

  #workersOf(tab: TabRecord): number {
    return workersOf(tab, this.#platform.observedIn.engine);
  }

  /** Workers' exchanges that no tab shows any more. */
  #forgetOrphanedWorkers(): void {
    const kept = new Set(
      this.#tabs
        .all()
        .flatMap((tab) => tab.keptOrigins.map(({ origin }) => `${this.#workersOf(tab)} ${origin}`)),
    );
    const orphans = ALL_WORKERS.flatMap((workers) => this.#store.list(workers)).filter(
      ({ tabId, initiator }) => !kept.has(`${tabId} ${initiator}`),
    );
    for (const { id } of orphans) this.#store.remove(id);
    this.#forget(orphans.map(({ id }) => id));
  }

  #forget(ids: readonly string[]): void {
    this.#recorder.forget(ids);
    for (const id of ids) this.#persistence.touch(EXCHANGE_KEY + id);
    this.#persistence.touch(FORGOTTEN_KEY);
  }

  #tabChanged(tabId: number): void {
    this.#persistence.touch(TAB_KEY + tabId);
    this.#hub.stateChanged(tabId);
    this.#blockedCount.tabChanged(tabId);
    if (this.#tabs.size <= MAX_TABS) return;
    const others = this.#tabs.all().filter((tab) => tab.tabId !== tabId && !tab.panelOpen);
    const extra = others.find((tab) => this.#store.isEmpty(tab.tabId)) ?? others[0];
    if (extra !== undefined) this.#removeTab(extra.tabId);
  }

  #tabIds(): readonly number[] {
    return this.#tabs.all().map(({ tabId }) => tabId);
  }

  #storeChanged({ kind, exchange }: StoreChange): void {
    if (kind === 'put') {
      this.#hub.changed(exchange);
      this.#blockedCount.changed(exchange);
      return;
    }
    this.#blockedCount.removed(exchange);
    this.#hub.removed(exchange.tabId, exchange.id);
    if (kind === 'removed') return;
    this.#countDropped(exchange);
    this.#forget([exchange.id]);
  }

  /** The storage gives up the oldest, too: what leaves the memory had left it before, and must not count twice. */
  #countDropped(exchange: Exchange): void {
    const wasUnsaved = this.#persistence.hasGivenUp(EXCHANGE_KEY + exchange.id) ? 1 : 0;
    for (const tab of this.#tabsThatShow(exchange)) {
      const unsaved = Math.max(0, tab.unsaved - wasUnsaved);
      this.#tabs.update(tab.tabId, { dropped: tab.dropped + 1, unsaved });
    }
  }

  #countUnsaved(keys: readonly string[]): void {
    for (const key of keys) {
      const exchange = this.#store.get(key.slice(EXCHANGE_KEY.length));
      if (exchange === undefined) continue;
      for (const tab of this.#tabsThatShow(exchange)) {
        this.#tabs.update(tab.tabId, { unsaved: tab.unsaved + 1 });
      }
    }
  }

  /** Its own, or, of a worker's exchange, all those of its origin. */
  #tabsThatShow(exchange: Exchange): readonly TabRecord[] {
    if (isOfWorker(exchange.tabId)) return this.#tabs.all().filter((tab) => showsExchange(tab, exchange));
    const tab = this.#tabs.find(exchange.tabId);
    return tab === undefined ? [] : [tab];
  }

  #storedForgotten(): string | null {
    const ids = this.#recorder.forgotten();
    return ids.length === 0 ? null : JSON.stringify(ids);
  }

  #storedValueOf(key: string): string | null {
    if (key === SALT_KEY) return this.#salt;
    if (key === LISTENING_KEY) return this.#listening.stored();
    if (key === FORGOTTEN_KEY) return this.#storedForgotten();
    if (key.startsWith(TAB_KEY)) {
      const tab = this.#tabs.find(Number(key.slice(TAB_KEY.length)));
      return tab === undefined ? null : JSON.stringify(tab);
    }
    const record = this.#recorder.recordOf(key.slice(EXCHANGE_KEY.length));
    return record === null ? null : JSON.stringify(record);
  }
}
