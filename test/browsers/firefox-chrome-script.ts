import type { NetworkRow } from './browser.ts';
import type {
  GeckoBrowserElement,
  GeckoChromeUtils,
  GeckoConsoleListener,
  GeckoExtension,
  GeckoScriptError,
  GeckoServices,
  GeckoToolbox,
  GeckoWindow,
  GeckoWindowGlobal,
} from './gecko.ts';

// What Firefox has in the scope that this script runs in.
declare const ChromeUtils: GeckoChromeUtils;
declare const Services: GeckoServices;
declare const Ci: { readonly nsIScriptError: { readonly warningFlag: number } & (abstract new () => object) };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: GeckoExtension } | null };
declare const WindowGlobalParent: { getByInnerWindowId(id: number): GeckoWindowGlobal | null };

export interface ConsoleMessage {
  readonly category: string;
  readonly text: string;
}

/**
 * What we do inside Firefox, beyond WebDriver BiDi. It is sent to Firefox as source text and runs there with the
 * browser's own rights, so it may use nothing from around it. A `context` is BiDi's id of a tab.
 */
export function chromeScript() {
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const devToolsLoader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = devToolsLoader.require('devtools/client/framework/devtools');
  const observers = new Map<string, { messages: ConsoleMessage[]; listener: GeckoConsoleListener }>();

  function browserOf(context: string): GeckoBrowserElement {
    const browsingContext = NavigableManager.getBrowsingContextById(context);
    if (browsingContext === null) throw new Error('The tab has been closed');
    return browsingContext.top.embedderElement;
  }

  function windowOf(element: Element): GeckoWindow {
    // A document that is shown has a window, and this is the browser's.
    return element.ownerDocument.defaultView as unknown as GeckoWindow;
  }

  function tabOf(context: string): object {
    const browser = browserOf(context);
    return windowOf(browser).gBrowser.getTabForBrowser(browser);
  }

  function toolIdIn(toolbox: GeckoToolbox): string | undefined {
    return toolbox.getAdditionalTools().find((tool) => tool.label === 'CORS')?.id;
  }

  /** The element that shows our panel in the toolbox of that tab, if it is there yet. */
  function panelOf(context: string): GeckoBrowserElement | null {
    const toolbox = gDevTools.getToolboxForTab(tabOf(context));
    const id = toolbox && toolIdIn(toolbox);
    const frame = toolbox?.doc.getElementById(`toolbox-panel-iframe-${id}`) as
      | HTMLIFrameElement
      | null
      | undefined;
    return frame?.contentDocument?.querySelector<GeckoBrowserElement>('browser') ?? null;
  }

  function extensionOf(id: string): GeckoExtension {
    const policy = WebExtensionPolicy.getByID(id);
    if (policy === null) throw new Error(`The extension ${id} isn't installed`);
    return policy.extension;
  }

  return {
    /** Makes this the browser's language, for extensions at least: its own words need a language pack. */
    speak(language: string): void {
      Services.locale.availableLocales = [language, ...Services.locale.availableLocales];
      Services.locale.requestedLocales = [language];
    },

    tabId: (context: string): number => ExtensionParent.apiManager.global.tabTracker.getId(tabOf(context)),

    async openToolbox(context: string, toolId: 'inspector' | 'netmonitor' = 'inspector'): Promise<void> {
      await gDevTools.showToolboxForTab(tabOf(context), { toolId });
    },

    /** Has the Network panel of that toolbox import a HAR, as its menu does, and gives its requests. */
    importHar(context: string, text: string): readonly NetworkRow[] {
      const panel = gDevTools.getToolboxForTab(tabOf(context))?.getPanel('netmonitor');
      if (!panel) throw new Error('The Network panel is not open');
      const { store, windowRequire } = panel.panelWin;
      const { bindActionCreators } = windowRequire('devtools/client/shared/vendor/redux');
      const actions = windowRequire('devtools/client/netmonitor/src/actions/index');
      const { HarImporter } = windowRequire('devtools/client/netmonitor/src/har/har-importer');
      new HarImporter(bindActionCreators(actions, store.dispatch)).import(text);
      const { requests } = store.getState().requests;
      return requests.map(({ method, status, url }) => ({
        method,
        status: Number(status),
        url,
        preflightOf: null,
      }));
    },

    /** Whether the panel titled CORS is there, and now selected. */
    async selectPanel(context: string): Promise<boolean> {
      const toolbox = gDevTools.getToolboxForTab(tabOf(context));
      const id = toolbox && toolIdIn(toolbox);
      if (toolbox === undefined || id === undefined) return false;
      await toolbox.selectTool(id);
      return true;
    },

    /** Whether the toolbox shows the console below its panel. */
    showsConsole: (context: string): boolean =>
      gDevTools.getToolboxForTab(tabOf(context))?.splitConsole ?? false,

    /** The address of our panel's document, or nothing as long as it has none. */
    panelUrl(context: string): string {
      const panel = panelOf(context);
      return panel?.browsingContext?.currentWindowGlobal ? (panel.currentURI?.spec ?? '') : '';
    },

    /** Evaluates an expression in our panel's document; its value, awaited, is a string. */
    evaluateInPanel(context: string, expression: string): Promise<string> {
      const panel = panelOf(context)?.browsingContext?.currentWindowGlobal;
      if (!panel) throw new Error('The CORS panel has been closed');
      const commands = panel.getActor('MarionetteCommands');
      return commands.executeScript(`return ${expression}`, [], { sandboxName: null, timeout: 60_000 });
    },

    /** Where our panel's viewport begins in the browser's window, in CSS pixels. */
    panelOffset(context: string): { x: number; y: number } {
      const offset = { x: 0, y: 0 };
      let element: Element | null = panelOf(context);
      while (element !== null) {
        const box = element.getBoundingClientRect();
        offset.x += box.x;
        offset.y += box.y;
        element = windowOf(element).browsingContext.embedderElement;
      }
      return offset;
    },

    /** Opens a private window; gives the context of its tab. */
    async openPrivateWindow(): Promise<string> {
      const started = 'browser-delayed-startup-finished';
      const opened = Services.wm
        .getMostRecentWindow('navigator:browser')
        .OpenBrowserWindow({ private: true });
      await new Promise<void>((resolve) => {
        const observer = (subject: object): void => {
          if (subject !== opened) return;
          Services.obs.removeObserver(observer, started);
          resolve();
        };
        Services.obs.addObserver(observer, started);
      });
      return NavigableManager.getIdForBrowser(opened.gBrowser.selectedBrowser);
    },

    /** A picture of the whole window of that tab, as base64 of a PNG. */
    async windowScreenshot(context: string): Promise<string> {
      const { browsingContext, document } = windowOf(browserOf(context));
      const picture = await browsingContext.currentWindowGlobal?.drawSnapshot(null, 1, 'white');
      if (picture === undefined) throw new Error('The window has been closed');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/png').replace(/^.*,/, '');
    },

    /** Does what Firefox does when the event page has been idle for long; gives the state after it. */
    async stopBackground(extensionId: string): Promise<GeckoExtension['backgroundState']> {
      const extension = extensionOf(extensionId);
      await extension.terminateBackground();
      return extension.backgroundState;
    },

    /** Bytes that the process of the extensions takes. */
    async extensionMemory(): Promise<number> {
      const { children } = await ChromeUtils.requestProcInfo();
      const sizes = children.filter(({ type }) => type === 'extension').map(({ memory }) => memory);
      return sizes.reduce((sum, size) => sum + size, 0);
    },

    backgroundState: (extensionId: string): GeckoExtension['backgroundState'] =>
      extensionOf(extensionId).backgroundState,

    /** Takes away what isn't wanted, and then gives what is. */
    async setHostAccess(extensionId: string, wanted: readonly string[]): Promise<void> {
      const extension = extensionOf(extensionId);
      const granted = (await ExtensionPermissions.get(extensionId)).origins;
      const unwanted = granted.filter((origin) => !wanted.includes(origin));
      await ExtensionPermissions.remove(extensionId, { origins: unwanted, permissions: [] }, extension);
      await ExtensionPermissions.add(extensionId, { origins: wanted, permissions: [] }, extension);
    },

    /** What the policy `ExtensionSettings` does with its `restricted_domains`. */
    hideFromExtensions(hosts: readonly string[]): void {
      Services.prefs.setStringPref('extensions.webextensions.restrictedDomains', hosts.join());
    },

    setDevToolsTheme(theme: 'light' | 'dark'): void {
      Services.prefs.setStringPref('devtools.theme', theme);
    },

    /** Keeps, from now on, the errors about CORS of that tab, and those that no tab can be found for. */
    observeConsole(context: string, observer: string): void {
      const browser = browserOf(context);
      const messages: ConsoleMessage[] = [];
      const listener: GeckoConsoleListener = {
        observe(message) {
          if (!(message instanceof Ci.nsIScriptError)) return;
          const { category, errorMessage, flags, innerWindowID } = message as unknown as GeckoScriptError;
          const isOurs = category.startsWith('CORS') || category === 'COEP' || category === 'ORB';
          // A blocked opaque response is only a warning to Firefox; other warnings are about what was allowed.
          const isWarning = (flags & Ci.nsIScriptError.warningFlag) !== 0 && category !== 'ORB';
          if (!isOurs || isWarning) return;
          const page =
            WindowGlobalParent.getByInnerWindowId(innerWindowID)?.browsingContext?.top.embedderElement;
          if (page && page !== browser) return;
          messages.push({ category, text: errorMessage });
        },
      };
      Services.console.registerListener(listener);
      observers.set(observer, { messages, listener });
    },

    consoleMessages: (observer: string): readonly ConsoleMessage[] => observers.get(observer)?.messages ?? [],

    stopObserving(observer: string): void {
      const observed = observers.get(observer);
      if (observed !== undefined) Services.console.unregisterListener(observed.listener);
      observers.delete(observer);
    },
  };
}

export type ChromeScript = ReturnType<typeof chromeScript>;
