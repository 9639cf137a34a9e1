import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPage, LaunchOptions, RealBrowser } from './browser.ts';
import { type ChromeCall, installChromeScript } from './firefox-chrome.ts';
import { type FirefoxPage, firefoxPage } from './firefox-page.ts';
import { openFirefoxPanel } from './firefox-panel.ts';
import { EXTENSION_UUID } from './firefox-preferences.ts';
import { startFirefox } from './firefox-process.ts';
import { observeFirefoxTruth } from './firefox-truth.ts';
import { Marionette } from './marionette.ts';
import { poll } from './poll.ts';
import { WebDriverBidi } from './webdriver-bidi.ts';

interface Extension {
  readonly directory: string;
  readonly geckoId: string;
  readonly hosts: readonly string[];
}

interface Connection {
  readonly marionette: Marionette;
  readonly bidi: WebDriverBidi;
  readonly chrome: ChromeCall;
  readonly version: string;
  close(): Promise<void>;
}

/** Launches that Firefox with the profile that is named, or with a fresh one that `close` removes. */
export async function launchFirefox(executable: string, options: LaunchOptions): Promise<RealBrowser> {
  const extension = options.extension === undefined ? undefined : await readExtension(options.extension);
  const firefox = await startFirefox(executable, {
    ...options,
    ...(extension === undefined ? {} : { geckoId: extension.geckoId }),
  });
  try {
    const connection = await connect(firefox.marionettePort, options, firefox.close);
    return await realBrowser(connection, options, extension);
  } catch (error) {
    await firefox.close();
    throw error;
  }
}

/** Firefox has one session for both of its protocols: Marionette begins it, BiDi joins. */
async function connect(
  marionettePort: number,
  { trustsEveryone = false }: LaunchOptions,
  closeFirefox: () => Promise<void>,
): Promise<Connection> {
  const marionette = await Marionette.connect(marionettePort);
  const session = (await marionette.command('WebDriver:NewSession', {
    webSocketUrl: true,
    pageLoadStrategy: 'none',
    acceptInsecureCerts: trustsEveryone,
  })) as { readonly capabilities: { readonly webSocketUrl: string; readonly browserVersion: string } };
  await marionette.command('Marionette:SetContext', { value: 'chrome' });
  await marionette.command('WebDriver:SetTimeouts', { script: 60_000 });
  const bidi = await WebDriverBidi.connect(session.capabilities.webSocketUrl);
  return {
    marionette,
    bidi,
    chrome: await installChromeScript(marionette),
    version: session.capabilities.browserVersion,
    async close() {
      bidi.close();
      marionette.close();
      await closeFirefox();
    },
  };
}

async function realBrowser(
  { marionette, bidi, chrome, version, close }: Connection,
  options: LaunchOptions,
  extension: Extension | undefined,
): Promise<RealBrowser> {
  if (options.language !== undefined) await chrome('speak', options.language);
  if (extension !== undefined && options.privateWindows === true) {
    const { directory: path } = extension;
    await marionette.command('Addon:Install', { path, temporary: true, allowPrivateBrowsing: true });
  } else if (extension !== undefined) {
    await bidi.installExtension(extension.directory);
  }
  const extensionOrigin = extension === undefined ? '' : `moz-extension://${EXTENSION_UUID}/`;
  const pages = new WeakMap<object, FirefoxPage>();

  /** The empty tab that Firefox starts with stays: it wouldn't close its last one. */
  async function open(url: string): Promise<FirefoxPage> {
    const page = firefoxPage(bidi, chrome, await bidi.createTab());
    pages.set(page, page);
    if (options.devtools === true) await chrome('openToolbox', page.context);
    await page.goto(url);
    return page;
  }

  function contextOf(page: BrowserPage): string {
    const ours = pages.get(page);
    if (ours === undefined) throw new Error('That page belongs to another browser');
    return ours.context;
  }

  function installed(): Extension {
    if (extension === undefined) throw new Error('No extension has been loaded');
    return extension;
  }

  return {
    engine: 'firefox',
    version,
    extensionOrigin,
    openPage: open,
    async openPrivatePage(url) {
      // Its first tab goes to a page of the browser's own, at a time of its own.
      const context = await bidi.createTab(await chrome('openPrivateWindow'));
      const page = firefoxPage(bidi, chrome, context);
      await page.goto(url);
      return {
        ...page,
        openDevToolsPanel: () => openFirefoxPanel(marionette, chrome, context, extensionOrigin),
      };
    },
    openExtensionPage: (path) => open(`${extensionOrigin}${path}`),
    async openDevToolsPanel(page) {
      installed();
      const context = contextOf(page);
      await bidi.command('browsingContext.activate', { context });
      return openFirefoxPanel(marionette, chrome, context, extensionOrigin);
    },
    async openNetworkPanel(page) {
      await chrome('openToolbox', contextOf(page), 'netmonitor');
    },
    async importHar(page, text) {
      await chrome('openToolbox', contextOf(page), 'netmonitor');
      return chrome('importHar', contextOf(page), text);
    },
    async stopBackground() {
      const { geckoId } = installed();
      await poll(async () => (await chrome('stopBackground', geckoId)) === 'stopped', {
        timeoutMs: 10_000,
        what: 'the event page to stop',
      });
    },
    async killBackground() {
      const { geckoId } = installed();
      const isRunning = (await chrome('backgroundState', geckoId)) === 'running';
      if (isRunning) await chrome('stopBackground', geckoId);
      return isRunning;
    },
    backgroundMemory: () => chrome('extensionMemory'),
    observeTruth: (page) => observeFirefoxTruth(chrome, contextOf(page)),
    installExtension: (directory) => bidi.installExtension(directory),
    async setHostAccess(granted) {
      const { geckoId, hosts } = installed();
      const wanted = granted === true ? hosts : granted === false ? [] : granted;
      await chrome('setHostAccess', geckoId, wanted);
    },
    hideFromExtensions: (hosts) => chrome('hideFromExtensions', hosts),
    watchWork: async () => null,
    close,
  };
}

/** Reads from the built manifest what Firefox must be told. */
async function readExtension(directory: string): Promise<Extension> {
  const manifest: {
    readonly host_permissions?: readonly string[];
    readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
  } = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
  const geckoId = manifest.browser_specific_settings?.gecko?.id;
  if (geckoId === undefined)
    throw new Error(`${directory}/manifest.json names no gecko id; is it built for Firefox?`);
  return { directory, geckoId, hosts: manifest.host_permissions ?? [] };
}
