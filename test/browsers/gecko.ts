/** The few parts of Firefox's own, unpublished interface that our chrome script uses. */

export interface GeckoBrowsingContext {
  readonly id: number;
  readonly top: GeckoBrowsingContext;
  readonly embedderElement: GeckoBrowserElement;
  readonly currentWindowGlobal: GeckoWindowGlobal | null;
}

export interface GeckoWindowGlobal {
  readonly browsingContext: GeckoBrowsingContext | null;
  getActor(name: 'MarionetteCommands'): {
    executeScript(script: string, args: readonly unknown[], options: object): Promise<string>;
  };
  drawSnapshot(rectangle: null, scale: number, background: string): Promise<ImageBitmap>;
}

export interface GeckoBrowserElement extends HTMLElement {
  readonly browsingContext: GeckoBrowsingContext | null;
  readonly currentURI: { readonly spec: string } | null;
}

export interface GeckoWindow extends Window {
  OpenBrowserWindow(options: { readonly private: boolean }): GeckoWindow;
  readonly gBrowser: {
    readonly selectedBrowser: GeckoBrowserElement;
    selectedTab: object;
    getTabForBrowser(browser: GeckoBrowserElement): object;
  };
  readonly browsingContext: GeckoBrowsingContext;
}

export interface GeckoToolbox {
  readonly doc: Document;
  readonly splitConsole: boolean;
  getAdditionalTools(): readonly { readonly id: string; readonly label: string }[];
  selectTool(id: string): Promise<unknown>;
  getPanel(id: 'netmonitor'): { readonly panelWin: GeckoNetworkPanel } | undefined;
}

/** What the window of Firefox's Network panel has. */
export interface GeckoNetworkPanel {
  readonly store: {
    readonly dispatch: unknown;
    getState(): {
      readonly requests: {
        readonly requests: readonly {
          readonly method: string;
          readonly status: number | string;
          readonly url: string;
        }[];
      };
    };
  };
  windowRequire(module: 'devtools/client/shared/vendor/redux'): {
    bindActionCreators(actions: object, dispatch: unknown): object;
  };
  windowRequire(module: 'devtools/client/netmonitor/src/actions/index'): object;
  windowRequire(module: 'devtools/client/netmonitor/src/har/har-importer'): {
    readonly HarImporter: new (actions: object) => { import(har: string): void };
  };
}

export interface GeckoDevTools {
  showToolboxForTab(tab: object, options: { readonly toolId: string }): Promise<GeckoToolbox>;
  getToolboxForTab(tab: object): GeckoToolbox | undefined;
}

export interface GeckoExtension {
  readonly backgroundState: 'starting' | 'running' | 'suspending' | 'stopped';
  terminateBackground(): Promise<void>;
}

export interface GeckoScriptError {
  readonly errorMessage: string;
  readonly category: string;
  readonly flags: number;
  readonly innerWindowID: number;
}

export interface GeckoConsoleListener {
  observe(message: object): void;
}

export type GeckoObserver = (subject: object) => void;

export interface GeckoServices {
  readonly console: {
    registerListener(listener: GeckoConsoleListener): void;
    unregisterListener(listener: GeckoConsoleListener): void;
  };
  readonly wm: { getMostRecentWindow(type: 'navigator:browser'): GeckoWindow };
  readonly obs: Record<'addObserver' | 'removeObserver', (observer: GeckoObserver, topic: string) => void>;
  readonly locale: { availableLocales: readonly string[]; requestedLocales: readonly string[] };
  readonly prefs: { setStringPref(name: string, value: string): void };
}

export interface GeckoChromeUtils {
  importESModule<K extends keyof GeckoModules>(url: K): GeckoModules[K];
  /** Memory in bytes. */
  requestProcInfo(): Promise<{
    readonly children: readonly { readonly type: string; readonly memory: number }[];
  }>;
}

export interface GeckoModules {
  'chrome://remote/content/shared/NavigableManager.sys.mjs': {
    readonly NavigableManager: {
      getBrowsingContextById(id: string): GeckoBrowsingContext | null;
      getIdForBrowser(browser: GeckoBrowserElement): string;
    };
  };
  'resource://devtools/shared/loader/Loader.sys.mjs': {
    require(module: 'devtools/client/framework/devtools'): { readonly gDevTools: GeckoDevTools };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    readonly ExtensionParent: {
      readonly apiManager: { readonly global: { readonly tabTracker: { getId(tab: object): number } } };
    };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    readonly ExtensionPermissions: Record<
      'add' | 'remove',
      (
        id: string,
        permissions: { origins: readonly string[]; permissions: [] },
        extension: GeckoExtension,
      ) => Promise<void>
    > & { get(id: string): Promise<{ origins: readonly string[] }> };
  };
}
