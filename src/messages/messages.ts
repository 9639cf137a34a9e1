import type { Exchange } from '../model/exchange.ts';
import type { HostAccess } from '../model/host-access.ts';

/** Name of the port between a panel and the background. A new version of the protocol gets a new name. */
export const PANEL_PORT = 'cors-lens/panel/1';

/** What a panel asks of the background. */
export type PanelMessage =
  /** First message of every connection: answered with a snapshot, then followed by deltas. */
  | {
      readonly kind: 'subscribe';
      readonly tabId: number;
      /** Whether the tab is to be recorded while the connection lasts: a panel watches, the toolbar's popup only looks. */
      readonly watches: boolean;
    }
  | { readonly kind: 'clear' }
  /** Recording of this tab, by the user's hand. */
  | { readonly kind: 'set-recording'; readonly on: boolean }
  | { readonly kind: 'set-keep-on-navigation'; readonly on: boolean }
  /** "Always record this site": an origin of the user's own. */
  | { readonly kind: 'set-site'; readonly origin: string; readonly on: boolean }
  | { readonly kind: 'set-everywhere'; readonly on: boolean }
  /** The number of blocked requests on the toolbar button. */
  | { readonly kind: 'set-count-on-button'; readonly on: boolean }
  /** Opens this panel in a tab of its own, where it may ask for what DevTools doesn't let it ask for. */
  | { readonly kind: 'open-in-tab' }
  /** A message of the background has been taken in: the next may come. */
  | { readonly kind: 'received' }
  /** Keeps the background from being stopped while a panel is open (every 20 s). */
  | { readonly kind: 'ping' };

/** What the background tells a panel. Every message is idempotent: applying it twice changes nothing. */
export type BackgroundMessage =
  | {
      readonly kind: 'snapshot';
      readonly tab: TabState;
      readonly exchanges: readonly Exchange[];
    }
  | {
      readonly kind: 'delta';
      readonly tab: TabState;
      /** New or changed exchanges, whole. */
      readonly changed: readonly Exchange[];
      /** Ids of those that were dropped to stay within the limits. */
      readonly removed: readonly string[];
    }
  /** Everything before was cleared, by the user or by a navigation; a page that is kept gets a `delta` instead. */
  | { readonly kind: 'cleared'; readonly tab: TabState };

/** What a panel has to know of its tab, besides the exchanges. */
export interface TabState {
  readonly tabId: number;
  /** The page's URL, secrets masked; absent until a navigation or the browser's tab list told it. */
  readonly page?: string;
  /** The tab shows another page by now, of which the browser tells no more than that: everything here is of the one before. */
  readonly isKeptOut?: true;
  /** It is in a private window: its site must not be remembered. */
  readonly isPrivate?: true;
  readonly recording: RecordingState;
  readonly keepOnNavigation: boolean;
  /** Settings of the user, for all tabs. */
  readonly sites: readonly string[];
  readonly everywhere: boolean;
  readonly countOnButton: boolean;
  /** The sites whose requests the extension may see. */
  readonly hostAccess: HostAccess;
  /** How many exchanges of this tab were dropped to stay within the limits. */
  readonly dropped: number;
  /** Main-frame navigations that are still of interest, oldest first. */
  readonly navigations: readonly Navigation[];
  /** A storage or quota problem that the user should know of. */
  readonly problem?: 'storage-full';
}

export interface Navigation {
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type RecordingState =
  | { readonly on: false; readonly why: 'paused-by-user' | 'out-of-scope' }
  | {
      readonly on: true;
      readonly why: 'development-origin' | 'own-site' | 'everywhere' | 'panel-open';
      /** Whether the page's requests were recorded from its first one; if not, a reload would show the missing ones. */
      readonly complete: boolean;
    };
