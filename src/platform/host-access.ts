import { browser } from './browser.ts';

/** Page and target must both be covered before the browser shows a request, and nobody knows the targets beforehand. */
const ALL_HOSTS = { origins: ['<all_urls>'] };

/** Whether the extension may see the requests of all sites. */
export function hasHostAccess(): Promise<boolean> {
  return browser.permissions.contains(ALL_HOSTS);
}

/** The user granted or withdrew access to some sites, here or in the browser's own pages. */
export function onHostAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/**
 * Asks the user for access to all sites. Must be called right in a click's handler.
 *
 * @returns false if it can't be asked for here: in Firefox's DevTools an extension's page has no `permissions`
 */
export function askForHostAccess(): boolean {
  // Not everywhere, whatever the types say.
  const permissions = browser.permissions as typeof browser.permissions | undefined;
  if (permissions === undefined) return false;
  void permissions.request(ALL_HOSTS);
  return true;
}
