import { browser } from './browser.ts';

/** A tab, and the URL of its page where we may know it. */
export interface OpenTab {
  readonly tabId: number;
  readonly url?: string;
  /** Whether its window is a private one. */
  readonly isPrivate?: boolean;
}

/**
 * The tab that is asked for; the one that the user looks at if none is. Null if there is no such tab.
 *
 * @param asked a tab's id, or null
 */
export async function shownTab(asked: number | null): Promise<OpenTab | null> {
  const [tab] =
    asked === null
      ? await browser.tabs.query({ active: true, currentWindow: true })
      : [await browser.tabs.get(asked).catch(() => undefined)];
  if (tab?.id === undefined) return null;
  return { tabId: tab.id, ...(tab.url === undefined ? {} : { url: tab.url }) };
}

/** All open tabs. */
export async function openTabs(): Promise<readonly OpenTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, incognito }) => {
    if (id === undefined) return [];
    return [{ tabId: id, isPrivate: incognito, ...(url === undefined ? {} : { url }) }];
  });
}

export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/**
 * A tab shows another URL. It also fires for `history.pushState`, and it is the only sign of pages that come without
 * a request (from the back/forward cache, from a service worker).
 */
export function onTabUrlChanged(listener: (tabId: number, url: string, isPrivate: boolean) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { url }, { incognito }) => {
    if (url !== undefined) listener(tabId, url, incognito);
  });
}

/** A tab shows a page of which the browser doesn't tell us even the URL. */
export function onTabKeptOut(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
    if (status !== undefined && url === undefined) listener(tabId);
  });
}

/** A page has been loaded in a tab. */
export function onTabLoaded(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') listener(tabId);
  });
}

/** Opens the panel of a tab in a tab of its own; resolves once it is there, or can't be. */
export async function openPanelTab(tabId: number): Promise<void> {
  // Without a window there is none to open it in.
  await browser.tabs.create({ url: `/src/panel/panel.html?tabId=${tabId}` }).catch(() => undefined);
}

/** Opens a panel that belongs to no tab, in which reports are opened. */
export async function openReportTab(): Promise<void> {
  // As above.
  await browser.tabs.create({ url: '/src/panel/panel.html' }).catch(() => undefined);
}
