import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import type { PanelRow, PanelWindow } from '../browsers/panel-window.ts';
import type { RunnableScenario } from './scenario.ts';
import type { ScenarioRun } from './verdict-table.ts';

/** What the demo page offers to tests. */
interface DemoWindow {
  readonly corsLensDemo?: {
    readonly ids: readonly string[];
    run(id: string): Promise<{ outcome: 'resolves' | 'rejects'; detail: string; url: string }>;
  };
}

/** Makes every request of the demo, one after the other. The page must be the demo's. */
export async function runScenarios(
  page: BrowserPage,
  scenarios: readonly RunnableScenario[],
): Promise<readonly ScenarioRun[]> {
  await page.waitFor(() => (globalThis as DemoWindow).corsLensDemo, [], { what: 'the demo page' });
  const runs: ScenarioRun[] = [];
  for (const scenario of scenarios) {
    const seen = await page.evaluate(
      (id: string) => (globalThis as DemoWindow).corsLensDemo?.run(id),
      scenario.id,
    );
    if (seen === undefined) throw new Error('The demo page was left while its scenarios ran.');
    runs.push({ scenario, ...seen });
  }
  return runs;
}

/**
 * Opens the panel in the page's DevTools, lets it settle, writes `report.md`, `report.json` and `panel.png` into the
 * folder, and gives the panel's rows. It has settled when it has at least `expectedRows` rows, each with a verdict, and
 * for a second no other has come; or after fifteen seconds.
 */
export async function readPanel(
  browser: RealBrowser,
  page: BrowserPage,
  folder: string,
  expectedRows: number,
): Promise<readonly PanelRow[]> {
  const panel = await browser.openDevToolsPanel(page);
  await panel.waitFor(() => (globalThis as PanelWindow).corsLens, [], { what: 'the panel' });
  await panel
    .waitFor(isSettled, [expectedRows], { timeoutMs: 15_000 })
    // What is missing or pending then is for the table to show.
    .catch(() => undefined);

  await mkdir(folder, { recursive: true });
  for (const [format, file] of [
    ['markdown', 'report.md'],
    ['json', 'report.json'],
  ] as const) {
    const report = await panel.evaluate(
      (wanted: 'markdown' | 'json') => (globalThis as PanelWindow).corsLens?.exportReport(wanted) ?? '',
      format,
    );
    await writeFile(join(folder, file), report);
  }
  const rows = await panel.evaluate(() => (globalThis as PanelWindow).corsLens?.rows() ?? []);
  if (rows.length > 0) await panel.click('[data-exchange-id]');
  await panel.screenshot(join(folder, 'panel.png'));
  return rows;
}

/** Runs in the panel, again and again; remembers there how many rows it saw last, and since when. */
function isSettled(expectedRows: number): boolean {
  const panel = globalThis as PanelWindow & { seenByTest?: { rows: number; since: number } };
  const rows = panel.corsLens?.rows() ?? [];
  if (panel.seenByTest?.rows !== rows.length)
    panel.seenByTest = { rows: rows.length, since: performance.now() };
  const isQuiet = performance.now() - panel.seenByTest.since > 1000;
  const areDecided = rows.every(({ verdict }) => verdict !== 'pending' && verdict !== 'unknown');
  return rows.length >= expectedRows && areDecided && isQuiet;
}
