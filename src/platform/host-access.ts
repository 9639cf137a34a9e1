import { ALL_SITES, accessOf, type HostAccess, patternOf } from '../model/host-access.ts';
import { browser } from './browser.ts';

/**
 * Whether a request is shown only with access to its target, too. In Chromium access to the site that makes the request is
 * enough, as far as the user withholds: only what the manifest doesn't ask for needs both.
 */
export const TARGETS_NEED_ACCESS = __BROWSER__ === 'firefox';

/** The sites whose requests the extension may see now. */
export async function readHostAccess(): Promise<HostAccess> {
  const { origins = [] } = await browser.permissions.getAll();
  return accessOf(origins);
}

/** The user granted or withdrew access to some sites, here or in the browser's own pages. */
export function onHostAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/**
 * Asks the user for access. Must be called right in a click's handler. What the user answers shows in
 * `onHostAccessChanged`; a refusal, and a question that the browser doesn't put, change nothing.
 *
 * @param sites serialised origins, or all sites
 * @returns false if it can't be asked for here: in Firefox's DevTools an extension's page has no `permissions`
 */
export function askForHostAccess(sites: readonly string[] | 'all'): boolean {
  // Not everywhere, whatever the types say.
  const permissions = browser.permissions as typeof browser.permissions | undefined;
  if (permissions === undefined) return false;
  const origins = sites === 'all' ? [ALL_SITES] : [...new Set(sites.map(patternOf))];
  permissions.request({ origins }).catch(() => {});
  return true;
}
