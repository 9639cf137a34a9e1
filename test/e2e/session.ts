import type { BrowserDocument, BrowserPage, EngineName, RealBrowser } from '../browsers/browser.ts';
import type { PanelRow, PanelWindow } from '../browsers/panel-window.ts';
import { untilConnected } from '../browsers/with-extension.ts';

export const ENGINES: readonly EngineName[] = ['chromium', 'firefox'];

/** The panel of a page's tab, as a page of its own. */
export async function openPanelOf(browser: RealBrowser, page: BrowserPage): Promise<BrowserPage> {
  const panel = await browser.openExtensionPage(`src/panel/panel.html?tabId=${await page.tabId()}`);
  await untilConnected(panel);
  return panel;
}

/** Every row of the panel, filters aside. */
export function rowsOf(panel: BrowserDocument): Promise<readonly PanelRow[]> {
  return panel.evaluate(() => (globalThis as PanelWindow).corsLens?.rows() ?? []);
}

/**
 * Waits for the last row of that URL, which is requested `times` times, to have a verdict that says something.
 * @throws {Error} if none comes, with what the panel shows in its place
 */
export async function rowOf(panel: BrowserDocument, url: string, times = 1): Promise<PanelRow> {
  try {
    return await panel.waitFor(
      (wanted: string, index: number) =>
        (globalThis as PanelWindow).corsLens
          ?.rows()
          .filter((row) => row.url === wanted && row.verdict !== 'pending' && row.verdict !== 'unknown')
          .at(index),
      [url, times - 1],
      { what: `a verdict on ${url}` },
    );
  } catch (error) {
    const shown = await panel.evaluate(() => document.body.innerText.slice(0, 2_000)).catch(String);
    throw new Error(`${error instanceof Error ? error.message : error}. The panel shows:\n${shown}`, {
      cause: error,
    });
  }
}

export function exportOf(panel: BrowserDocument, format: 'markdown' | 'json'): Promise<string> {
  return panel.evaluate(
    (wanted: 'markdown' | 'json') => (globalThis as PanelWindow).corsLens?.exportReport(wanted) ?? '',
    format,
  );
}
