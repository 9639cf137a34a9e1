import type { BackgroundMessage, PanelMessage, TabState } from '../messages/messages.ts';
import { parsePanelMessage } from '../messages/parse-panel-message.ts';
import type { Exchange } from '../model/exchange.ts';
import { sizeOf } from '../model/exchange-size.ts';
import {
  DELTA_INTERVAL_MS,
  MAX_CHARACTERS_PER_MESSAGE,
  MAX_EXCHANGES_PER_MESSAGE,
  MAX_MESSAGES_UNDERWAY,
} from '../model/limits.ts';
import type { PanelPort } from '../platform/panel-ports.ts';

/** What a panel may ask for, besides its subscription. */
export type PanelCommand = Exclude<PanelMessage, { readonly kind: 'subscribe' | 'ping' | 'received' }>;

export interface PanelHubContext {
  stateOf(tabId: number): TabState;
  /** All exchanges that a panel of this tab shows, oldest first. */
  exchangesOf(tabId: number): readonly Exchange[];
  exchange(id: string): Exchange | undefined;
  /** Whether a panel of this tab shows this exchange. */
  shows(tabId: number, exchange: Exchange): boolean;
  /** A panel that watches the tab has come. */
  onSubscribe(tabId: number): void;
  /** The last panel that watched this tab is gone. */
  onLastPanelGone(tabId: number): void;
  onCommand(tabId: number, command: PanelCommand): void;
}

interface Panel {
  readonly port: PanelPort;
  readonly tabId: number;
  readonly watches: boolean;
  readonly changed: Set<string>;
  readonly removed: Set<string>;
  /** Messages that it hasn't confirmed. */
  underway: number;
}

/** The panels that are connected. Each gets a snapshot when it subscribes, then what has changed, in batches. */
export class PanelHub {
  readonly #context: PanelHubContext;
  readonly #panels = new Map<PanelPort, Panel>();
  readonly #dirty = new Set<Panel>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(context: PanelHubContext) {
    this.#context = context;
  }

  /** Whether a panel watches the tab. */
  isOpen(tabId: number): boolean {
    return [...this.#panels.values()].some((panel) => panel.tabId === tabId && panel.watches);
  }

  connect(port: PanelPort): void {
    port.onDisconnect(() => this.#disconnect(port));
    port.onMessage((received) => {
      const message = parsePanelMessage(received);
      if (message === null || message.kind === 'ping') return;
      if (message.kind === 'subscribe') {
        this.#subscribe(port, message.tabId, message.watches);
        return;
      }
      const panel = this.#panels.get(port);
      if (panel === undefined) return;
      if (message.kind === 'received') this.#confirmed(panel);
      else this.#context.onCommand(panel.tabId, message);
    });
  }

  /** An exchange is new or has changed. */
  changed(exchange: Exchange): void {
    for (const panel of this.#panels.values()) {
      if (!this.#context.shows(panel.tabId, exchange)) continue;
      panel.removed.delete(exchange.id);
      panel.changed.add(exchange.id);
      this.#schedule(panel);
    }
  }

  /** An exchange is gone, of a tab or (-1) of a worker. Removing what a panel never had does no harm. */
  removed(tabId: number, id: string): void {
    for (const panel of this.#panels.values()) {
      if (panel.tabId !== tabId && tabId >= 0) continue;
      panel.changed.delete(id);
      panel.removed.add(id);
      this.#schedule(panel);
    }
  }

  /** Something else about the tab has changed; about all tabs if none is named. */
  stateChanged(tabId?: number): void {
    for (const panel of this.#panels.values()) {
      if (tabId === undefined || panel.tabId === tabId) this.#schedule(panel);
    }
  }

  /** Everything of the tab was cleared. */
  cleared(tabId: number): void {
    for (const panel of this.#panels.values()) {
      if (panel.tabId !== tabId) continue;
      panel.changed.clear();
      panel.removed.clear();
      this.#dirty.delete(panel);
      this.#post(panel, { kind: 'cleared', tab: this.#context.stateOf(tabId) });
    }
  }

  #subscribe(port: PanelPort, tabId: number, watches: boolean): void {
    this.#disconnect(port);
    const panel: Panel = { port, tabId, watches, changed: new Set(), removed: new Set(), underway: 0 };
    this.#panels.set(port, panel);
    if (watches) this.#context.onSubscribe(tabId);
    this.#dirty.delete(panel);
    for (const { id } of this.#context.exchangesOf(tabId)) panel.changed.add(id);
    this.#post(panel, { kind: 'snapshot', tab: this.#context.stateOf(tabId), exchanges: this.#take(panel) });
    if (panel.changed.size > 0) this.#send(panel);
  }

  #disconnect(port: PanelPort): void {
    const panel = this.#panels.get(port);
    if (panel === undefined) return;
    this.#panels.delete(port);
    this.#dirty.delete(panel);
    if (panel.watches && !this.isOpen(panel.tabId)) this.#context.onLastPanelGone(panel.tabId);
  }

  #schedule(panel: Panel): void {
    this.#dirty.add(panel);
    this.#timer ??= setTimeout(() => this.#flush(), DELTA_INTERVAL_MS);
  }

  #flush(): void {
    this.#timer = null;
    const panels = [...this.#dirty];
    this.#dirty.clear();
    for (const panel of panels) this.#send(panel);
  }

  /** Everything that it doesn't know yet. What it can't take now waits, and is sent as it is by then. */
  #send(panel: Panel): void {
    if (panel.underway >= MAX_MESSAGES_UNDERWAY) {
      this.#dirty.add(panel);
      return;
    }
    const tab = this.#context.stateOf(panel.tabId);
    const removed = [...panel.removed];
    panel.removed.clear();
    this.#post(panel, { kind: 'delta', tab, changed: this.#take(panel), removed });
    while (panel.changed.size > 0 && panel.underway < MAX_MESSAGES_UNDERWAY) {
      this.#post(panel, { kind: 'delta', tab, changed: this.#take(panel), removed: [] });
    }
    if (panel.changed.size > 0) this.#dirty.add(panel);
  }

  /** As many of the changed as make a small message, in order; one bigger than that goes alone. They count as sent. */
  #take(panel: Panel): readonly Exchange[] {
    const taken: Exchange[] = [];
    let room = MAX_CHARACTERS_PER_MESSAGE;
    for (const id of panel.changed) {
      const exchange = this.#context.exchange(id);
      if (exchange !== undefined) {
        const size = sizeOf(exchange);
        const isFull = taken.length === MAX_EXCHANGES_PER_MESSAGE || size > room;
        if (taken.length > 0 && isFull) break;
        taken.push(exchange);
        room -= size;
      }
      panel.changed.delete(id);
    }
    return taken;
  }

  /** The panel has taken a message in: there is room for what waits. */
  #confirmed(panel: Panel): void {
    panel.underway = Math.max(0, panel.underway - 1);
    if (!this.#dirty.has(panel)) return;
    // What is still to come of a long list has waited long enough.
    if (panel.changed.size >= MAX_EXCHANGES_PER_MESSAGE) {
      this.#dirty.delete(panel);
      this.#send(panel);
    } else this.#schedule(panel);
  }

  #post(panel: Panel, message: BackgroundMessage): void {
    panel.underway += 1;
    try {
      panel.port.post(message);
    } catch {
      // It went away in this moment: its disconnect event follows.
    }
  }
}
