import { existsSync, lstatSync, readlinkSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import type { BrowserPage, LaunchOptions, PrivatePage, RealBrowser } from './browser.ts';
import { attachTo, channelOf, evaluateString, type ProtocolChannel } from './chromium-channel.ts';
import { loadHarInChromium } from './chromium-network-panel.ts';
import { type ChromiumPage, chromiumPage } from './chromium-page.ts';
import {
  channelDocument,
  openChromiumNetworkPanel,
  openChromiumPanel,
  type PanelPlace,
} from './chromium-panel.ts';
import { chromiumPreferences, chromiumSwitches } from './chromium-switches.ts';
import { observeChromiumTruth } from './chromium-truth.ts';
import { watchChromiumWork } from './chromium-work.ts';
import { callExpression, resultOf } from './document.ts';
import { poll } from './poll.ts';
import { makeProfile, removeProfile } from './profile.ts';

/** Launches that Chromium-family browser with the profile that is named, or with a fresh one that `close` removes. */
export async function launchChromium(executable: string, options: LaunchOptions): Promise<RealBrowser> {
  if (options.language !== undefined) throw new Error('Chromium speaks only what is installed with it.');
  const profile = options.profile ?? makeProfile(executable);
  const isOurs = options.profile === undefined;
  const removeAtExit = (): void => removeAllOf(profile, isOurs);
  try {
    await writePreferences(profile, options);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: executable,
      headless: options.headless,
      ignoreDefaultArgs: true,
      args: [...chromiumSwitches(profile, options)],
      viewport: null,
      colorScheme: options.colorScheme ?? null,
      // At a signal, `launch.ts` exits; when the process exits, Playwright kills the browser, and then we clear up.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    process.once('exit', removeAtExit);
    const close = async (): Promise<void> => {
      await context.close();
      process.removeListener('exit', removeAtExit);
      if (isOurs) removeProfile(profile);
    };
    return await realBrowser(context, options, close).catch(async (error: unknown) => {
      await close();
      throw error;
    });
  } catch (error) {
    if (isOurs) removeProfile(profile);
    throw error;
  }
}

/** A profile that was used before has its own. */
async function writePreferences(profile: string, options: LaunchOptions): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, chromiumPreferences(options));
}

/** A Chromium that was killed leaves, outside of its profile, the directory of the socket that the profile links to. */
function removeAllOf(profile: string, isOurs: boolean): void {
  const socket = join(profile, 'SingletonSocket');
  if (lstatSync(socket, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(dirname(readlinkSync(socket)), { recursive: true, force: true });
  }
  if (isOurs) removeProfile(profile);
}

async function realBrowser(
  context: BrowserContext,
  options: LaunchOptions,
  close: () => Promise<void>,
): Promise<RealBrowser> {
  const playwrightBrowser = context.browser();
  if (playwrightBrowser === null) throw new Error('Playwright gives no access to the browser itself');
  const browser = channelOf(await playwrightBrowser.newBrowserCDPSession());
  const extensionId =
    options.extension === undefined
      ? undefined
      : (
          await browser.send('Extensions.loadUnpacked', {
            path: options.extension,
            enableInIncognito: options.privateWindows ?? false,
          })
        ).id;
  const extensionOrigin = extensionId === undefined ? '' : `chrome-extension://${extensionId}/`;
  const pages = new WeakMap<object, ChromiumPage>();
  // DevTools that were opened before the extension was loaded don't know it, so the first tab is never used.
  let unusedTab = context.pages()[0];

  async function open(url: string): Promise<ChromiumPage> {
    const page = await context.newPage();
    const opened = chromiumPage(page, url, findTabId);
    pages.set(opened, opened);
    await opened.goto(url);
    await unusedTab?.close();
    unusedTab = undefined;
    return opened;
  }

  /** The tab in front is the only one that an extension without permissions can tell from the others. */
  async function findTabId(page: Page): Promise<number> {
    if (extensionId === undefined) throw new Error('Only an extension knows tab ids, and none is loaded');
    await page.bringToFront();
    const ids = await inHiddenPage(browser, `${extensionOrigin}manifest.json`, activeTabs, []);
    const [id] = ids;
    if (id === undefined || ids.length > 1) throw new Error(`Expected one tab in front, not ${ids.length}`);
    return id;
  }

  async function targetOf(page: BrowserPage): Promise<Pick<PanelPlace, 'pageTargetId' | 'takePicture'>> {
    const ours = pages.get(page);
    if (ours === undefined) throw new Error('That page belongs to another browser');
    const session = await context.newCDPSession(ours.playwrightPage);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    const takePicture = async (): Promise<string> =>
      (await ours.playwrightPage.screenshot()).toString('base64');
    return { pageTargetId: targetInfo.targetId, takePicture };
  }

  /** Playwright knows nothing of private windows. */
  async function openPrivatePage(url: string): Promise<PrivatePage> {
    const pageTargets = async () =>
      (await browser.send('Target.getTargets', { filter: [{ type: 'page' }] })).targetInfos;
    const before = new Set((await pageTargets()).map(({ targetId }) => targetId));
    await inHiddenPage(browser, `${extensionOrigin}manifest.json`, openPrivateWindow, [url]);
    const pageTargetId = await poll(
      async () =>
        (await pageTargets()).find((target) => target.url === url && !before.has(target.targetId))?.targetId,
      { timeoutMs: 15_000, what: `${url} in a private window` },
    );
    const page = await attachTo(browser, pageTargetId);
    const takePicture = async (): Promise<string> =>
      (await page.send('Page.captureScreenshot', { format: 'png' })).data;
    const document = channelDocument(page, async (path) => {
      await writeFile(path, Buffer.from(await takePicture(), 'base64'));
    });
    await document.waitFor(() => globalThis.document.readyState === 'complete');
    return {
      ...document,
      openDevToolsPanel: () => openChromiumPanel({ browser, extensionOrigin, pageTargetId, takePicture }),
    };
  }

  const real: RealBrowser = {
    engine: 'chromium',
    version: playwrightBrowser.version(),
    extensionOrigin,
    openPage: open,
    openPrivatePage,
    openExtensionPage: (path) => open(`${extensionOrigin}${path}`),
    async openDevToolsPanel(page) {
      if (extensionId === undefined) throw new Error('Without the extension, DevTools have no CORS panel');
      return openChromiumPanel({ browser, extensionOrigin, ...(await targetOf(page)) });
    },
    async openNetworkPanel(page) {
      await openChromiumNetworkPanel(browser, (await targetOf(page)).pageTargetId);
    },
    async importHar(page, text) {
      const devTools = await openChromiumNetworkPanel(browser, (await targetOf(page)).pageTargetId);
      return loadHarInChromium(devTools, text);
    },
    stopBackground: () => stopWorkers(browser, extensionOrigin),
    async killBackground() {
      return (await closeWorkers(browser, extensionOrigin)) > 0;
    },
    backgroundMemory: () => heapOfWorker(browser, extensionOrigin),
    async observeTruth(page) {
      return observeChromiumTruth(await attachTo(browser, (await targetOf(page)).pageTargetId));
    },
    async installExtension(directory) {
      await browser.send('Extensions.loadUnpacked', { path: directory });
    },
    async setHostAccess(granted) {
      if (extensionId === undefined) throw new Error('There is no extension to grant hosts to');
      await inHiddenPage(browser, 'chrome://extensions/', setSiteAccess, [extensionId, granted]);
    },
    async hideFromExtensions(hosts) {
      const settings = { '*': { runtime_blocked_hosts: hosts.map((host) => `*://${host}`) } };
      const policy = { namespace: 'chrome', name: 'ExtensionSettings', source: 1, scope: 0, level: 1 };
      const policies = JSON.stringify([{ ...policy, value: settings }]);
      await inHiddenPage(browser, 'chrome://policy/test', applyPolicies, [policies]);
    },
    async watchWork(page) {
      const ours = pages.get(page);
      if (ours === undefined) throw new Error('That page belongs to another browser');
      return watchChromiumWork(browser, ours.playwrightPage);
    },
    close,
  };
  if (options.grantHosts === false) await real.setHostAccess(false);
  return real;
}

/** Stops the extension's service worker. (It never gets idle by itself here: Playwright is attached to it.) */
async function stopWorkers(browser: ProtocolChannel, extensionOrigin: string): Promise<void> {
  await poll(async () => (await closeWorkers(browser, extensionOrigin)) === 0, {
    timeoutMs: 10_000,
    what: 'the service worker to stop',
  });
}

/** Ends the extension's service workers; gives how many there were. */
async function closeWorkers(browser: ProtocolChannel, extensionOrigin: string): Promise<number> {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  const workers = targetInfos.filter((target) => target.url.startsWith(extensionOrigin));
  for (const { targetId } of workers) await browser.send('Target.closeTarget', { targetId });
  return workers.length;
}

async function heapOfWorker(browser: ProtocolChannel, extensionOrigin: string): Promise<number> {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  const target = targetInfos.find(({ url }) => url.startsWith(extensionOrigin));
  if (target === undefined) throw new Error('The service worker is not running');
  const worker = await attachTo(browser, target.targetId);
  try {
    await worker.send('HeapProfiler.collectGarbage');
    return (await worker.send('Runtime.getHeapUsage')).usedSize;
  } finally {
    await worker.detach();
  }
}

/** Calls the function in a page that has no tab, and closes it again. */
async function inHiddenPage<A extends readonly unknown[], R>(
  browser: ProtocolChannel,
  url: string,
  fn: (...args: A) => R | Promise<R>,
  args: A,
): Promise<R> {
  const { targetId } = await browser.send('Target.createTarget', { url, hidden: true });
  const page = await attachTo(browser, targetId);
  try {
    await poll(
      async () =>
        (await evaluateString(page, 'location.href + " " + document.readyState')) === `${url} complete`,
      {
        timeoutMs: 10_000,
        what: `${url} to load`,
      },
    );
    // The function's own type says what its JSON is.
    return resultOf(await evaluateString(page, callExpression(fn, args))) as R;
  } finally {
    await browser.send('Target.closeTarget', { targetId });
  }
}

/** Runs in a page of the extension: the ids of the tabs in front. */
async function activeTabs(): Promise<number[]> {
  const tabs = await chrome.tabs.query({ active: true, windowType: 'normal' });
  return tabs.flatMap((tab) => tab.id ?? []);
}

/** Runs in a page of the extension. What it gives depends on whether the extension is let in. */
async function openPrivateWindow(url: string): Promise<void> {
  await chrome.windows.create({ incognito: true, url });
}

/** Runs in `chrome://policy/test`: what an administrator would have put on the machine. */
function applyPolicies(policies: string): void {
  // Only that page has it, so the published types lack it.
  const { send } = chrome as unknown as { send(message: string, args: readonly string[]): void };
  send('setLocalTestPolicies', ['applied', policies, '']);
}

/** Runs in `chrome://extensions`: does what its "Site access" menu does. */
async function setSiteAccess(extensionId: string, granted: boolean | readonly string[]): Promise<void> {
  interface DeveloperPrivate {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
    addHostPermission(extensionId: string, pattern: string): Promise<void>;
  }
  // Only that page has this API, so the published types lack it.
  const { developerPrivate } = chrome as unknown as { readonly developerPrivate: DeveloperPrivate };
  const hostAccess = granted === true ? 'ON_ALL_SITES' : 'ON_CLICK';
  await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
  if (typeof granted === 'boolean') return;
  await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' });
  for (const pattern of granted) await developerPrivate.addHostPermission(extensionId, pattern);
}
