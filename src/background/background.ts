import type { Exchange } from '../model/exchange.ts';
import type { HostAccess } from '../model/host-access.ts';
import { ANSWER_TIME_LIMIT_MS, CLOSING_INTERVAL_MS, PANEL_RECONNECT_MS } from '../model/limits.ts';
import type { PanelPort } from '../platform/panel-ports.ts';
import type { OpenTab } from '../platform/tabs.ts';
import type { WebRequestDetails, WebRequestEvent } from '../platform/web-request.ts';
import { AccessWatch } from './access-watch.ts';
import type { BackgroundPlatform } from './background-platform.ts';
import { badgesIn } from './badge.ts';
import { BlockedCount } from './blocked-count.ts';
import { Forgetting } from './forgetting.ts';
import { Listening } from './listening.ts';
import { LossCount } from './loss-count.ts';
import { isOfNewPage, isOfPageAhead, isOfShownPage, type NewPage, withNewPage } from './navigation.ts';
import { pageOfRequest } from './page-of-request.ts';
import { PageTracker } from './page-tracker.ts';
import { carryOut } from './panel-commands.ts';
import { type PanelCommand, PanelHub } from './panel-hub.ts';
import { shownExchanges, showsExchange, tabState } from './panel-view.ts';
import { parseDetails } from './parse-details.ts';
import { EXCHANGE_KEY, LISTENING_KEY, Persistence, SALT_KEY, TAB_KEY } from './persistence.ts';
import { Recorder } from './recorder.ts';
import { RecordingControl } from './recording-control.ts';
import { adoptTabs, restoreRecording } from './restore.ts';
import { parseSettings } from './settings.ts';
import { StartupQueue } from './startup-queue.ts';
import { ExchangeStore, type StoreChange } from './store.ts';
import { storedValueOf } from './stored-values.ts';
import { TabLifetime } from './tab-lifetime.ts';
import { TabRegistry } from './tab-registry.ts';
import { ALL_WORKERS, isOfWorker } from './workers.ts';

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
  readonly #losses: LossCount;
  readonly #forgetting: Forgetting;
  readonly #lifetime: TabLifetime;
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
      valueOf: (key) =>
        storedValueOf(key, {
          salt: this.#salt,
          listening: this.#listening,
          tabs: this.#tabs,
          recorder: this.#recorder,
        }),
      isRunning: (key) => this.#recorder.isFollowed(key.slice(EXCHANGE_KEY.length)),
      onGivenUp: (keys) => this.#losses.givenUp(keys),
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
      exchangesOf: (tabId) => shownExchanges(this.#tabs.get(tabId), this.#store, platform.observedIn.engine),
      exchange: (id) => this.#store.get(id),
      shows: (tabId, exchange) => showsExchange(this.#tabs.get(tabId), exchange),
      onSubscribe: (tabId) => this.#lifetime.panelOpened(tabId),
      onLastPanelGone: (tabId) => this.#lifetime.panelClosed(tabId),
      onCommand: (tabId, command) => this.#carryOut(tabId, command),
    });
    this.#listening = new Listening(platform.recording, platform.now, () =>
      this.#persistence.touch(LISTENING_KEY),
    );
    this.#control = new RecordingControl(this.#tabs, this.#listening, platform.observedIn.engine);
    const badgeOf = badgesIn(platform.language);
    this.#blockedCount = new BlockedCount({
      exchange: (id) => this.#store.get(id),
      exchanges: () => [...this.#tabIds(), ...ALL_WORKERS].flatMap((tabId) => this.#store.list(tabId)),
      tabIds: () => this.#tabIds(),
      shows: (tabId, exchange) => showsExchange(this.#tabs.get(tabId), exchange),
      show: (tabId, blocked) => platform.showOnToolbarButton(tabId, badgeOf(blocked)),
    });
    this.#pages = new PageTracker({
      engine: platform.observedIn.engine,
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
    this.#losses = new LossCount({ tabs: this.#tabs, store: this.#store, persistence: this.#persistence });
    this.#forgetting = new Forgetting({
      engine: platform.observedIn.engine,
      tabs: this.#tabs,
      store: this.#store,
      recorder: this.#recorder,
      persistence: this.#persistence,
      blockedCount: this.#blockedCount,
    });
    this.#lifetime = new TabLifetime({
      tabs: this.#tabs,
      store: this.#store,
      recorder: this.#recorder,
      control: this.#control,
      forgetting: this.#forgetting,
      isWatched: (tabId) => this.#hub.isOpen(tabId),
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
    setTimeout(() => this.#lifetime.forgetLostPanels(), PANEL_RECONNECT_MS);
    setInterval(() => this.#closeWhatEnded(), CLOSING_INTERVAL_MS);
    this.#closeWhatEnded();
  }

  onRequest(kind: WebRequestEvent, details: WebRequestDetails): void {
    this.#queue.run(() => {
      if (kind === 'before-request') this.#pages.noteFrame(details);
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
    this.#queue.run(() => this.#lifetime.tabClosed(tabId, at), at);
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

  #restore(stored: ReadonlyMap<string, string>, openTabs: readonly OpenTab[]): void {
    this.#salt = stored.get(SALT_KEY) ?? this.#platform.randomText();
    if (!stored.has(SALT_KEY)) this.#persistence.touch(SALT_KEY);
    this.#listening.restore(stored.get(LISTENING_KEY));
    const now = this.#platform.now();
    if (stored.has(SALT_KEY)) this.#resumedAt = now;
    restoreRecording(stored, this.#tabs, this.#recorder, this.#persistence, now);
    this.#lifetime.resume(openTabs, now);
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
    if (!tab.keepOnNavigation) this.#forgetting.forgetExchangesOf(tabId, stays);
    this.#tabs.replace(tab);
    this.#control.rescope();
    if (!tab.keepOnNavigation) {
      this.#hub.cleared(tabId);
      for (const exchange of kept) this.#store.put(exchange);
    }
    this.#forgetting.forgetOrphanedWorkers();
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
    this.#forgetting.forgetExchangesOf(tabId);
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

  #tabChanged(tabId: number): void {
    this.#persistence.touch(TAB_KEY + tabId);
    this.#hub.stateChanged(tabId);
    this.#blockedCount.tabChanged(tabId);
    this.#lifetime.makeRoomFor(tabId);
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
    this.#losses.dropped(exchange);
    this.#forgetting.forget([exchange.id]);
  }

  #tabIds(): readonly number[] {
    return this.#tabs.all().map(({ tabId }) => tabId);
  }
}
