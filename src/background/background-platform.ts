import type { Language } from '../language/language.ts';
import type { ObservedIn } from '../model/exchange.ts';
import type { HostAccess } from '../model/host-access.ts';
import type { KeyValueStorage } from '../platform/session-storage.ts';
import type { SettingsStorage } from '../platform/settings-storage.ts';
import type { OpenTab } from '../platform/tabs.ts';
import type { WebRequestListeners } from '../platform/web-request.ts';
import type { Badge } from './badge.ts';

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
  /** Of the toolbar button's words. */
  readonly language: Language;
  /** Opens a tab's panel in a tab of its own. */
  openPanelTab(tabId: number): unknown;
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
