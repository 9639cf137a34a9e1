/**
 * What our end-to-end tests, the demo and the benchmarks need of a real browser, the same for Chromium and Firefox.
 * `chromium.ts` and `firefox.ts` implement it; nothing else knows which tool drives which browser.
 */
import type { CorsTruth } from './truth.ts';

export type EngineName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** The built extension (`dist/chrome` or `dist/firefox`), absolute; none for a control run. */
  readonly extension?: string;
  readonly headless: boolean;
  /** Open the browser's DevTools with every page. */
  readonly devtools?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** Whether the extension is granted its host permissions at once. Default: true. */
  readonly grantHosts?: boolean;
  /** Whether every certificate is trusted: servers of tests have one that nobody vouches for. Default: false. */
  readonly trustsEveryone?: boolean;
  /** A directory for the browser's profile that outlives the browser; whoever names it removes it. Default: a fresh one. */
  readonly profile?: string;
  /** Whether the extension is let into private windows. Default: false, as in both browsers. */
  readonly privateWindows?: boolean;
  /** Firefox only, since Chromium speaks only what is installed with it: the browser's language. Default: English. */
  readonly language?: string;
  /** Names that lead to this machine, besides `localhost` and its subdomains, which always do. */
  readonly hosts?: readonly string[];
}

/** A running browser with our extension in it. */
export interface RealBrowser {
  readonly engine: EngineName;
  readonly version: string;
  /** `chrome-extension://…/` or `moz-extension://…/`, with the slash. */
  readonly extensionOrigin: string;
  /** Opens a tab; resolves when the document has loaded, rejects when it can't be loaded. */
  openPage(url: string): Promise<BrowserPage>;
  /** Opens a private window; only with `privateWindows`, the extension is there, too. */
  openPrivatePage(url: string): Promise<PrivatePage>;
  /** Opens one of our own pages (`src/panel/panel.html?tabId=3`) in a tab of its own. */
  openExtensionPage(path: string): Promise<BrowserPage>;
  /** Opens DevTools on that page, selects the panel titled CORS and gives a handle to its document. */
  openDevToolsPanel(page: BrowserPage): Promise<DevToolsPanel>;
  /** Opens DevTools on that page and selects their own Network panel. */
  openNetworkPanel(page: BrowserPage): Promise<void>;
  /** Has the Network panel of that page's DevTools import a HAR, and gives what is in the panel then. */
  importHar(page: BrowserPage, text: string): Promise<readonly NetworkRow[]>;
  /** Stops the service worker or event page as the browser does when it is idle; resolves when it has stopped. */
  stopBackground(): Promise<void>;
  /**
   * Ends the service worker or event page at once, in the middle of whatever it does, and doesn't wait for what comes
   * after: the next event starts it again. Tells whether there was one to end.
   */
  killBackground(): Promise<boolean>;
  /**
   * What the background takes, in bytes: in Chromium the heap of the service worker after a garbage collection, in Firefox
   * the memory of the process that extensions have, which is the nearest that it tells.
   */
  backgroundMemory(): Promise<number>;
  /**
   * Collects, from now on, what the browser itself says about the failed requests of a page, its frames and its
   * workers. Firefox doesn't tell which page a shared or service worker serves: theirs are always included.
   */
  observeTruth(page: BrowserPage): Promise<TruthObserver>;
  /** Installs one more extension, unpacked, from an absolute path: something else that a user has. */
  installExtension(directory: string): Promise<void>;
  /**
   * Grants all host permissions, none, or those of these match patterns only, as a user does in the browser's own
   * interface.
   */
  setHostAccess(granted: boolean | readonly string[]): Promise<void>;
  /** Keeps these hosts, and no others, from all extensions, as an administrator can. */
  hideFromExtensions(hosts: readonly string[]): Promise<void>;
  /** Records what that page's main thread does from now on. Null where the browser doesn't tell (Firefox). */
  watchWork(page: BrowserPage): Promise<WatchedWork | null>;
  close(): Promise<void>;
}

/** Ends the recording, and tells what was recorded. */
export type WatchedWork = () => Promise<PageWork>;

/** A request as DevTools' own Network panel has it. */
export interface NetworkRow {
  readonly method: string;
  readonly status: number;
  readonly url: string;
  /** The method of the request that the panel links a preflight to; null for none (Firefox never links any). */
  readonly preflightOf: string | null;
}

/** What a page's main thread did. Times are in milliseconds, as `performance.now()` counts them in the page. */
export interface PageWork {
  readonly tasks: readonly {
    readonly startedAt: number;
    readonly took: number;
    /** How long of that it had the processor: on a busy machine, others have it meanwhile. */
    readonly onProcessor: number;
  }[];
  readonly layouts: readonly {
    readonly startedAt: number;
    /** How many boxes had to be laid out. */
    readonly boxes: number;
  }[];
}

/**
 * Something whose document a test can read and use: a tab, or our panel inside DevTools. Input is sent as real
 * events; what the page makes of them may come a moment later, so wait for the effect (`waitFor`).
 */
export interface BrowserDocument {
  /**
   * Runs a function in the document and gives its (awaited) result. The function is sent as source text, so it may
   * use nothing from around it; arguments and result are plain JSON.
   */
  evaluate<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Waits until the function gives a truthy value and returns that; fails after `timeoutMs` (default 15 s). */
  waitFor<A extends readonly unknown[], R>(
    fn: (...args: A) => R | Promise<R>,
    args?: A,
    options?: { readonly timeoutMs?: number; readonly what?: string },
  ): Promise<NonNullable<R>>;
  /**
   * A real click in the middle of the first element that matches. Scrolls there, and waits (10 s) until the element
   * is shown, enabled and not covered by another.
   */
  click(selector: string): Promise<void>;
  /** A real key press to what has the focus: `ArrowDown`, `Enter`, `Tab`, `a`, `Control+a`. */
  press(key: string): Promise<void>;
  /** Real typing into what has the focus. */
  type(text: string): Promise<void>;
  /** Writes a PNG of what is in view. */
  screenshot(path: string): Promise<void>;
}

export interface BrowserPage extends BrowserDocument {
  /** The URL last gone to with `openPage` or `goto`. */
  readonly url: string;
  /** The extension API's id of this tab. Brings the tab to the front. */
  tabId(): Promise<number>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
  close(): Promise<void>;
}

export interface PrivatePage extends BrowserDocument {
  /** As `RealBrowser.openDevToolsPanel`. */
  openDevToolsPanel(): Promise<DevToolsPanel>;
}

/** Our panel inside the browser's real DevTools. `screenshot` shows DevTools around it. */
export interface DevToolsPanel extends BrowserDocument {
  readonly kind: 'devtools-panel';
  /** The place of a script at which DevTools show it now, in Sources; null if they don't. Chromium only. */
  shownSource(): Promise<ShownSource | null>;
  /** Whether DevTools show their console below the panel, as Escape makes them unless the panel keeps it to itself. */
  showsConsole(): Promise<boolean>;
  /** Gives DevTools another theme, as their user does in their settings. */
  setTheme(theme: 'light' | 'dark'): Promise<void>;
}

export interface ShownSource {
  readonly url: string;
  /** Counts from 1. */
  readonly line: number;
}

export interface TruthObserver {
  /** Every failure seen so far, in order; asked of the browser, so that nothing already said is missing. */
  failures(): Promise<readonly CorsTruth[]>;
  /** Waits until a failure of that URL (without fragment) has been seen, and gives the first; default 15 s. */
  failureOf(url: string, timeoutMs?: number): Promise<CorsTruth>;
  stop(): Promise<void>;
}
