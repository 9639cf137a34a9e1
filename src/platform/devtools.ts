import { browser } from './browser.ts';
import { parseResourceTimings, RESOURCE_TIMING_EXPRESSION, type ResourceTiming } from './resource-timing.ts';

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

/** The API for the page in front of DevTools; there is none elsewhere. */
export function inspectedWindow(): typeof browser.devtools.inspectedWindow | undefined {
  // Outside DevTools `browser.devtools` does not exist, whatever the types say.
  return (browser.devtools as typeof browser.devtools | undefined)?.inspectedWindow;
}
