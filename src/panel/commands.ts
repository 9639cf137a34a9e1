import type { ReportWriter } from './export-in-steps.ts';
import type { PanelState } from './state/panel-state.ts';
import { carryOutForTab, type TabCommands } from './tab-actions.ts';
import type { AccessGap } from './view-models/access-gap.ts';
import type { Side } from './view-models/compared.ts';
import type { PanelAction } from './view-models/notices.ts';
import type { RowKind } from './view-models/row.ts';
import type { OpenSource } from './view-models/started-by.ts';

/** What the panel can have done outside itself. */
export interface Commands extends TabCommands {
  /** Resolves to whether it worked. */
  readonly copy: (text: string) => Promise<boolean>;
  /** @param parts the file's text */
  readonly saveFile: (name: string, mediaType: string, parts: readonly string[]) => void;
  /** What writes reports. It is loaded when it is first needed: most who open the panel never export. */
  readonly loadReports: () => Promise<ReportWriter>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves when it is known what DevTools know besides of the exchanges, or soon. */
  readonly askForAll: () => Promise<void>;
  /** Lets the user choose the report to open. */
  readonly chooseReport: () => void;
  /** Shows the report in that file in the place of the page's requests. */
  readonly openReport: (file: File) => void;
  /** Lets the user choose the report with which what is shown is compared. */
  readonly chooseComparison: () => void;
  readonly stopComparing: () => void;
  /** Shows an exchange of one of the two that are compared; null for the comparison itself. */
  readonly showCompared: (side: Side, exchangeId: string | null) => void;
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
    case 'open-report':
      commands.chooseReport();
      return;
    case 'compare':
      commands.chooseComparison();
      return;
    case 'show-comparison':
      state.view.value = 'compared';
      return;
    case 'stop-comparing':
      commands.stopComparing();
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
