import type { Exchange } from '../model/exchange.ts';
import type { Advice } from '../rules/advice/advice.ts';
import type { Diagnosis } from '../rules/diagnosis.ts';
import type { ReportFormat, ReportScope } from './components/export-menu.tsx';
import type { PanelState } from './state/panel-state.ts';
import { strings } from './strings.ts';
import { carryOutForTab, type TabCommands } from './tab-actions.ts';
import type { AccessGap } from './view-models/access-gap.ts';
import type { PanelAction } from './view-models/notices.ts';
import type { RowKind } from './view-models/row.ts';
import type { OpenSource } from './view-models/started-by.ts';

export type WriteReport = (
  format: ReportFormat,
  exchanges: readonly Exchange[],
  diagnoseExchange: (exchange: Exchange) => Diagnosis,
  advice: readonly Advice[],
) => Promise<string>;

/** What the panel can have done outside itself. */
export interface Commands extends TabCommands {
  /** Resolves to whether it worked. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly save: (format: ReportFormat, text: string) => void;
  readonly writeReport: WriteReport;
  /** Resolves when it is known what DevTools know besides of the exchanges, or soon. */
  readonly askForAll: () => Promise<void>;
  /** Shows the report in that file in the place of the page's requests. */
  readonly openReport: (file: File) => void;
  /** Back to the page's requests. */
  readonly closeReport: () => void;
  readonly dismissFileProblem: () => void;
  /** Null where that can't be done. */
  readonly openSource: OpenSource | null;
}

/** Does what the button of a notice or an empty list says. */
export function carryOut(action: PanelAction, state: PanelState, gap: AccessGap, commands: Commands): void {
  switch (action) {
    case 'clear':
      commands.send({ kind: 'clear' });
      return;
    case 'clear-filter':
      state.filterText.value = '';
      state.kinds.value = new Set();
      return;
    case 'show-opaque':
      state.showOpaque.value = true;
      return;
    case 'close-report':
      commands.closeReport();
      return;
    case 'dismiss-problem':
      commands.dismissFileProblem();
      return;
    default:
      carryOutForTab(action, state.tab.value, gap, commands);
  }
}

/** The opaque chip only shows and hides its rows: they are noise beside every other choice. */
export function toggleChip(state: PanelState, kind: RowKind): void {
  if (kind === 'opaque') state.showOpaque.value = !state.showOpaque.value;
  else state.kinds.value = toggled(state.kinds.value, kind);
}

function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** Shows the API with this origin among the others, open. */
export function showApi(state: PanelState, target: string): void {
  state.apiAt.value = target;
  state.view.value = 'apis';
}

/** Closes the groups with these keys, or opens them. */
export function closeGroups(state: PanelState, keys: readonly string[], close: boolean): void {
  const next = new Set(state.collapsed.value);
  for (const key of keys) {
    if (close) next.add(key);
    else next.delete(key);
  }
  state.collapsed.value = next;
}

/** Writes a report and hands it over. Resolves to what to tell the user. */
export async function exportReport(
  state: PanelState,
  commands: Commands,
  format: ReportFormat,
  scope: ReportScope,
  how: 'copy' | 'save',
): Promise<string> {
  // What else DevTools know, no other format has.
  if (format === 'json') await commands.askForAll();
  const wanted = state.exchanges.value.filter((exchange) => isWanted(exchange, scope, state));
  const text = await commands.writeReport(format, wanted, state.diagnosisOf, state.adviseNow());
  if (how === 'copy') return (await commands.copy(text)) ? strings.export.copied : strings.export.notCopied;
  commands.save(format, text);
  return strings.export.saved;
}

function isWanted(exchange: Exchange, scope: ReportScope, state: PanelState): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'selected':
      return state.selection.value.ids.has(exchange.id);
    case 'failing':
      return FAILING.has(state.diagnosisOf(exchange).verdict);
  }
}

const FAILING: ReadonlySet<string> = new Set(['blocked', 'failed']);
