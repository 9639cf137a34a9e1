import type { ReadonlySignal } from '@preact/signals';
import { App } from './app.tsx';
import type { Commands } from './commands.ts';
import type { Reports } from './state/opened-report.ts';
import type { PanelState } from './state/panel-state.ts';
import type { AccessGap } from './view-models/access-gap.ts';
import { toCompared } from './view-models/compared.ts';

interface Props {
  /** What the page does. */
  readonly state: PanelState;
  readonly reports: Reports;
  readonly gap: ReadonlySignal<AccessGap>;
  readonly commands: Commands;
  readonly hasTab: boolean;
}

/** The panel of the tab, or in its place that of a report: the tab's goes on meanwhile, and is there again as it was. */
export function Root({ state, reports, gap, commands, hasTab }: Props) {
  const opened = reports.opened.value;
  const fileProblem = reports.problem.value;
  const opening = reports.opening.value;
  const both = reports.compared.value;
  const compared =
    both &&
    toCompared(both.comparison, {
      before: both.before.about?.file ?? null,
      after: both.after.about?.file ?? null,
    });
  return opened === null ? (
    <App key="tab" {...{ state, gap, commands, hasTab, fileProblem, opening, compared }} />
  ) : (
    <App
      key={opened.key}
      state={opened.state}
      report={opened.about}
      // What DevTools know is of the tab's requests only.
      commands={{ ...commands, askForAll: async () => undefined }}
      {...{ gap, hasTab, fileProblem, opening, compared }}
    />
  );
}
