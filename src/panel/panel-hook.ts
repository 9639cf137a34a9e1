import type { Exchange } from '../model/exchange.ts';
import { finish } from '../model/steps.ts';
import type { FormatId } from '../report/index.ts';
import type { Diagnosis } from '../rules/diagnosis.ts';
import { renderMessage } from '../rules/index.ts';
import type { Commands } from './commands.ts';
import { exportInSteps } from './export-in-steps.ts';
import type { PanelState } from './state/panel-state.ts';

/**
 * What a script may ask of an open panel, as `globalThis.corsLens`: for the end-to-end tests and for `npm start`,
 * which read what the panel says without reading its markup.
 */
export interface PanelHook {
  /** The report of every exchange of the tab. */
  exportReport(format: FormatId): Promise<string>;
  /** Every exchange of the tab, also those that the filter hides, oldest first. */
  rows(): readonly HookRow[];
  /** The URL of the tab's page, as the background has it; absent until that knows it. */
  page(): string | undefined;
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
  { askForAll, loadReports, now }: Pick<Commands, 'askForAll' | 'loadReports' | 'now'>,
): PanelHook {
  return {
    exportReport: async (format) => {
      if (format === 'json' || format === 'har') await askForAll();
      const steps = exportInSteps(await loadReports(), {
        format,
        isComplete: false,
        hasAliases: false,
        exchanges: state.exchanges.value,
        given: state.given,
        isWanted: () => true,
        diagnosisOf: state.diagnosisOf,
        advise: state.adviseAnew,
        chooseConfiguration: state.configurations.toReport,
        createdAt: new Date(now()).toISOString(),
      });
      return finish(steps).parts.join('');
    },
    page: () => state.tab.value?.page,
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
