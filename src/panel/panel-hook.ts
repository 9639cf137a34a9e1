import type { Exchange } from '../model/exchange.ts';
import type { Diagnosis } from '../rules/diagnosis.ts';
import { renderMessage } from '../rules/index.ts';
import type { Commands } from './commands.ts';
import type { ReportFormat } from './components/export-menu.tsx';
import type { PanelState } from './state/panel-state.ts';

/**
 * What a script may ask of an open panel, as `globalThis.corsLens`: for the end-to-end tests and for `npm start`,
 * which read what the panel says without reading its markup.
 */
export interface PanelHook {
  /** The report of every exchange of the tab. */
  exportReport(format: ReportFormat): Promise<string>;
  /** Every exchange of the tab, also those that the filter hides, oldest first. */
  rows(): readonly HookRow[];
}

export interface HookRow {
  readonly id: string;
  readonly verdict: string;
  /** The rule that leads. */
  readonly cause: string;
  readonly headline: string;
  readonly method: string;
  /** Of the first hop. */
  readonly url: string;
}

export function createHook(
  state: PanelState,
  { askForAll, writeReport }: Pick<Commands, 'askForAll' | 'writeReport'>,
): PanelHook {
  return {
    exportReport: async (format) => {
      if (format === 'json') await askForAll();
      return writeReport(format, state.exchanges.value, state.diagnosisOf, state.adviseNow());
    },
    rows: () => state.exchanges.value.map((exchange) => toHookRow(exchange, state.diagnosisOf(exchange))),
  };
}

function toHookRow(exchange: Exchange, diagnosis: Diagnosis): HookRow {
  return {
    id: exchange.id,
    verdict: diagnosis.verdict,
    cause: diagnosis.lead.rule,
    headline: renderMessage(diagnosis.headline),
    method: exchange.hops[0].method,
    url: exchange.hops[0].url,
  };
}
