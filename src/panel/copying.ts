import { finish } from '../model/steps.ts';
import type { Commands } from './commands.ts';
import { exportInSteps } from './export-in-steps.ts';
import type { PanelState } from './state/panel-state.ts';
import { type CopyingProps, toCommands } from './view-models/copying.ts';

/** What is copied of the exchange that is explained. */
export function copyingOf(state: PanelState, commands: Commands): CopyingProps {
  return {
    onCopy: commands.copy,
    loadCommands: async () => {
      const exchange = state.selected.peek();
      if (exchange === null) return [];
      const { copyableCommands } = await commands.loadReports();
      const { at } = state.diagnosisOf(exchange).lead;
      return toCommands(copyableCommands(exchange, exchange.hops[at.hop] ?? exchange.hops[0]));
    },
    copyMessage: async () => {
      const id = state.selectedId.peek();
      const steps = exportInSteps(await commands.loadReports(), {
        format: 'chat',
        isComplete: false,
        hasAliases: false,
        exchanges: state.exchanges.peek(),
        given: state.given,
        isWanted: (exchange) => exchange.id === id,
        diagnosisOf: state.diagnosisOf,
        // There is no room for it.
        advise: null,
        chooseConfiguration: state.configurations.toReport,
        createdAt: new Date(commands.now()).toISOString(),
      });
      return commands.copy(finish(steps).parts.join(''));
    },
  };
}
