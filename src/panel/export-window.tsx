import { useEffect } from 'preact/hooks';
import type { Exchange } from '../model/exchange.ts';
import type { Commands } from './commands.ts';
import { ExportDialog } from './components/export-dialog.tsx';
import { exportInSteps } from './export-in-steps.ts';
import { type ExportChoices, type ReportScope, scopeOf } from './state/exporting.ts';
import type { PanelState } from './state/panel-state.ts';
import { formatOf, toExport } from './view-models/export.ts';

interface Props {
  readonly state: PanelState;
  readonly commands: Commands;
}

/** Connects the dialog in which a report is exported with state and commands, while it is open. */
export function ExportWindow({ state, commands }: Props) {
  return state.exporting.isOpen.value ? <OpenWindow state={state} commands={commands} /> : null;
}

function OpenWindow({ state, commands }: Props) {
  const { exporting } = state;
  const choices = exporting.choices.value;
  const counts = countsOf(state);
  const scope = scopeOf(choices.scope, counts);
  const format = formatOf(exporting.format.value);
  const { isComplete, hasAliases } = choices;
  const start = () => startExport(state, commands, scope);
  // Requests that come meanwhile don't make it anew: the text that is read must stay as it is.
  useEffect(start, [scope, format, isComplete, hasAliases]);
  const choose = (change: Partial<ExportChoices>) => {
    exporting.choices.value = { ...choices, ...change };
  };
  return (
    <ExportDialog
      view={toExport(choices, format, counts, exporting.work.value)}
      onScope={(chosen) => choose({ scope: chosen })}
      onFormat={(chosen) => {
        exporting.format.value = chosen;
      }}
      onComplete={(on) => choose({ isComplete: on })}
      onAliases={(on) => choose({ hasAliases: on })}
      onAgain={start}
      onCancel={exporting.cancel}
      onCopy={({ parts }) => commands.copy(parts.join(''))}
      onSave={({ fileName, mediaType, parts }) => commands.saveFile(fileName, mediaType, parts)}
      onClose={exporting.close}
    />
  );
}

function countsOf({ totals, selection, list }: PanelState): Readonly<Record<ReportScope, number>> {
  return {
    failing: totals.value.blocked + totals.value.failed,
    selected: selection.value.ids.size,
    all: list.value.total,
  };
}

function startExport(state: PanelState, commands: Commands, scope: ReportScope): void {
  const { exporting } = state;
  const format = formatOf(exporting.format.value);
  const { isComplete, hasAliases } = exporting.choices.value;
  exporting.start(async () => {
    // What else DevTools know, no other formats have.
    if (format === 'json' || format === 'har') await commands.askForAll();
    const writer = await commands.loadReports();
    return exportInSteps(writer, {
      format,
      isComplete,
      hasAliases,
      exchanges: state.exchanges.value,
      given: state.given,
      isWanted: (exchange) => isWanted(exchange, scope, state),
      diagnosisOf: state.diagnosisOf,
      advise: state.adviseAnew,
      chooseConfiguration: state.configurations.toReport,
      createdAt: new Date(commands.now()).toISOString(),
    });
  });
}

function isWanted(exchange: Exchange, scope: ReportScope, state: PanelState): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'selected':
      return state.selection.value.ids.has(exchange.id);
    case 'failing':
      return FAILING.has(state.verdictOf(exchange));
  }
}

const FAILING: ReadonlySet<string> = new Set(['blocked', 'failed']);
