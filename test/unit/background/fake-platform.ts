import { Background } from '../../../src/background/background.ts';
import type { Badge } from '../../../src/background/badge.ts';
import { ENGLISH } from '../../../src/language/language.ts';
import type { BackgroundMessage, PanelMessage } from '../../../src/messages/messages.ts';
import type { Engine, Exchange } from '../../../src/model/exchange.ts';
import type { HostAccess } from '../../../src/model/host-access.ts';
import type { PanelPort } from '../../../src/platform/panel-ports.ts';
import type { KeyValueStorage } from '../../../src/platform/session-storage.ts';
import type { OpenTab } from '../../../src/platform/tabs.ts';
import type { WebRequestListeners } from '../../../src/platform/web-request.ts';

/** `storage.session` with a quota in characters. */
export class FakeStorage implements KeyValueStorage {
  readonly items = new Map<string, string>();
  quota: number;
  /** Refuses to remove anything as well. */
  isBroken = false;
  /** How long a write takes, in milliseconds. */
  delay = 0;
  writes = 0;
  /** The most that was ever in it, in characters. */
  most = 0;

  constructor(quota = Number.POSITIVE_INFINITY) {
    this.quota = quota;
  }

  async getAll(): Promise<Readonly<Record<string, unknown>>> {
    return Object.fromEntries(this.items);
  }

  async set(items: Readonly<Record<string, string>>): Promise<void> {
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const next = new Map([...this.items, ...Object.entries(items)]);
    const size = [...next].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    if (this.isBroken || size > this.quota)
      throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    for (const [key, value] of Object.entries(items)) this.items.set(key, value);
    this.writes += 1;
    this.most = Math.max(this.most, size);
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (this.isBroken) throw new Error('The storage is broken.');
    for (const key of keys) this.items.delete(key);
  }
}

class FakeListeners implements WebRequestListeners {
  isOn = false;
  add(): void {
    this.isOn = true;
  }
  remove(): void {
    this.isOn = false;
  }
}

/** A browser in which the background can be started, stopped and started again. */
export class FakeBrowser {
  readonly session = new FakeStorage();
  readonly listeners = new FakeListeners();
  tabs: OpenTab[] = [];
  hostAccess: HostAccess = { sites: 'all' };
  /** Tabs whose panel was opened in a tab of its own. */
  readonly panelTabs: number[] = [];
  /** What the toolbar button says, by tab. */
  readonly badges = new Map<number, Badge>();
  stored: unknown;
  time = 1_000_000;
  readonly #engine: Engine;

  constructor(engine: Engine = 'chromium') {
    this.#engine = engine;
  }

  /** A new background; it has not read its state yet until `start()` of it has been awaited. */
  boot(): Background {
    return new Background({
      observedIn: { engine: this.#engine, version: '1' },
      ownOrigin: 'chrome-extension://own',
      session: this.session,
      settings: {
        read: async () => this.stored,
        write: async (settings) => {
          this.stored = JSON.parse(JSON.stringify(settings));
        },
      },
      openTabs: async () => this.tabs,
      hostAccess: async () => this.hostAccess,
      targetsNeedAccess: this.#engine === 'firefox',
      language: ENGLISH,
      openPanelTab: (tabId) => this.panelTabs.push(tabId),
      showOnToolbarButton: (tabId, badge) => this.badges.set(tabId, badge),
      recording: this.listeners,
      untilTold: async () => {},
      now: () => this.time,
      randomText: () => 'salt',
    });
  }
}

/** A panel that applies what it is told, as the real one does. */
export class FakePanel {
  readonly messages: BackgroundMessage[] = [];
  /** It takes nothing in for now, as a page at a breakpoint. */
  isHeld = false;
  readonly #onMessage: ((message: unknown) => void)[] = [];
  readonly #onDisconnect: (() => void)[] = [];

  readonly port: PanelPort = {
    post: (message) => {
      this.messages.push(structuredClone(message) as BackgroundMessage);
      if (!this.isHeld) this.send({ kind: 'received' });
    },
    onMessage: (listener) => this.#onMessage.push(listener),
    onDisconnect: (listener) => this.#onDisconnect.push(listener),
  };

  static open(background: Background, tabId: number, watches = true): FakePanel {
    const panel = new FakePanel();
    background.onPanel(panel.port);
    panel.send({ kind: 'subscribe', tabId, watches });
    return panel;
  }

  send(message: PanelMessage): void {
    for (const listener of this.#onMessage) listener(message);
  }

  disconnect(): void {
    for (const listener of this.#onDisconnect) listener();
  }

  get tab() {
    return this.messages.at(-1)?.tab;
  }

  get exchanges(): readonly Exchange[] {
    return applied(this.messages);
  }
}

/** What a panel shows after these messages. */
export function applied(messages: readonly BackgroundMessage[]): readonly Exchange[] {
  const exchanges = new Map<string, Exchange>();
  for (const message of messages) {
    if (message.kind !== 'delta') exchanges.clear();
    const changed =
      message.kind === 'snapshot' ? message.exchanges : message.kind === 'delta' ? message.changed : [];
    for (const exchange of changed) exchanges.set(exchange.id, exchange);
    if (message.kind === 'delta') for (const id of message.removed) exchanges.delete(id);
  }
  return [...exchanges.values()];
}
