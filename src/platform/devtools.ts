import { array, object, safeParse, unknown } from 'valibot';
import { browser } from './browser.ts';
import { parseResourceTimings, RESOURCE_TIMING_EXPRESSION, type ResourceTiming } from './resource-timing.ts';
import { engine } from './web-request.ts';

/** Adds a panel to DevTools. All three are as the user sees them or paths from the extension's root. */
export async function createPanel(title: string, iconPath: string, pagePath: string): Promise<void> {
  await browser.devtools.panels.create(title, iconPath, pagePath);
}

/**
 * The tab that this panel is about: the one that its DevTools inspects, or the one that `?tabId=` names when the
 * panel was opened in a tab of its own. `null` if neither says.
 */
export function panelTabId(search: string): number | null {
  const asked = new URLSearchParams(search).get('tabId');
  if (asked !== null && /^-?\d{1,15}$/.test(asked)) return Number(asked);
  return inspectedWindow()?.tabId ?? null;
}

/** Whether the inspected page can be asked: in DevTools, not where the panel was opened in a tab of its own. */
export function canAskPage(): boolean {
  return inspectedWindow() !== undefined;
}

/** Reloads the page that the panel is about. Never rejects: the tab may be gone. */
export async function reloadPage(tabId: number): Promise<void> {
  const inspected = inspectedWindow();
  try {
    if (inspected?.tabId === tabId) await inspected.reload({});
    else await browser.tabs.reload(tabId);
  } catch {
    // It can't be told better than by the page that doesn't reload.
  }
}

/**
 * The Resource Timing of the document in the inspected tab's main frame; null outside DevTools, and wherever the
 * browser or the page doesn't answer as asked. Reads only: nothing in the page is changed.
 */
export async function readResourceTimings(): Promise<readonly ResourceTiming[] | null> {
  try {
    const answer: unknown = await inspectedWindow()?.eval(RESOURCE_TIMING_EXPRESSION);
    return parseResourceTimings(answer);
  } catch {
    return null;
  }
}

/**
 * DevTools' network log: first, once, what is in it by now, and from then on each request that ends, as the browser hands
 * them over (`parseNetworkEntry` reads them). Tells nothing outside DevTools. Makes DevTools write up every request of the
 * page, which in Chromium costs more than they do themselves: there, `readNetworkLog` asks for what is wanted.
 */
export function watchNetworkLog(
  onEarlier: (raw: readonly unknown[]) => void,
  onFinished: (raw: unknown) => void,
): void {
  const network = networkApi();
  if (network === undefined) return;
  let waiting: unknown[] | null = [];
  network.onRequestFinished.addListener((raw) => {
    if (waiting === null) onFinished(raw);
    else waiting.push(raw);
  });
  const start = (har: unknown) => {
    const finishedMeanwhile = waiting ?? [];
    waiting = null;
    onEarlier(entriesOf(har));
    for (const raw of finishedMeanwhile) onFinished(raw);
  };
  askForHar(network).then(start, () => start(null));
}

/** All that is in DevTools' network log by now, as the browser hands it over; nothing outside DevTools. Never rejects. */
export async function readNetworkLog(): Promise<readonly unknown[]> {
  const network = networkApi();
  if (network === undefined) return [];
  try {
    return entriesOf(await askForHar(network));
  } catch {
    // DevTools are going away, or the extension is.
    return [];
  }
}

/** Calls back whenever there is another page in the inspected tab; never outside DevTools. */
export function onNavigated(listener: () => void): void {
  networkApi()?.onNavigated.addListener(listener);
}

function networkApi(): NetworkApi | undefined {
  return devtools()?.network as NetworkApi | undefined;
}

/** The polyfill leaves this namespace as it is: Chromium calls back, Firefox gives a promise. */
interface NetworkApi {
  readonly onRequestFinished: { addListener(listener: (entry: unknown) => void): void };
  readonly onNavigated: { addListener(listener: (url: unknown) => void): void };
  getHAR(callback?: (har: unknown) => void): Promise<unknown> | undefined;
}

function askForHar(network: NetworkApi): Promise<unknown> {
  return engine === 'firefox'
    ? Promise.resolve(network.getHAR())
    : new Promise((resolve) => void network.getHAR(resolve));
}

function entriesOf(har: unknown): readonly unknown[] {
  const { success, output } = safeParse(object({ entries: array(unknown()) }), har);
  return success ? output.entries : [];
}

/** Shows a place of a script in DevTools' Sources; null where that can't be done: outside DevTools, and in Firefox. */
export function sourceOpener(): ((place: SourcePlace) => void) | null {
  const panels = devtools()?.panels as Partial<SourcePanels> | undefined;
  const openResource = panels?.openResource?.bind(panels);
  if (openResource === undefined) return null;
  return ({ url, line, column }) => openResource(url, line - 1, column - 1, () => undefined);
}

/** Line and column count from 1. */
export interface SourcePlace {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** Chromium's; line and column count from 0. */
interface SourcePanels {
  openResource(url: string, line: number, column: number, callback: () => void): void;
}

/** The API for the page in front of DevTools; there is none elsewhere. */
export function inspectedWindow(): typeof browser.devtools.inspectedWindow | undefined {
  return devtools()?.inspectedWindow;
}

function devtools(): typeof browser.devtools | undefined {
  // Outside DevTools it does not exist, whatever the types say.
  return browser.devtools as typeof browser.devtools | undefined;
}
