import type { TabState } from '../messages/messages.ts';
import { EmptyState, Notices } from '../panel/components/notices.tsx';
import { NAME } from '../panel/strings.ts';
import { carryOutForTab, type TabCommands } from '../panel/tab-actions.ts';
import { type AccessGap, findAccessGap } from '../panel/view-models/access-gap.ts';
import type { PanelAction } from '../panel/view-models/notices.ts';
import { NextSteps } from './components/next-steps.tsx';
import { Summary } from './components/summary.tsx';
import type { PopupState } from './popup-state.ts';
import { toPopupEmpty, toPopupNotices } from './view-models/situation.ts';

/** What the popup can have done outside itself. */
export interface PopupCommands extends TabCommands {
  /** Opens the panel in a tab of its own. */
  readonly openPanel: () => unknown;
  /** Opens a page of its own, in which reports are opened. */
  readonly openReports: () => unknown;
}

interface Props {
  readonly state: PopupState;
  readonly commands: PopupCommands;
  readonly isMac: boolean;
  /** Whether targets must be granted besides the page. */
  readonly targetsNeedAccess: boolean;
}

/** Connects state and commands with the components. */
export function App({ state, commands, isMac, targetsNeedAccess }: Props) {
  const tab = state.tab.value;
  const gap = accessGapOf(tab, targetsNeedAccess);
  const situation = {
    connection: state.connection.value,
    tab,
    gap,
    url: state.url.value,
    total: state.total.value,
  };
  const empty = toPopupEmpty(situation);
  const act = (action: PanelAction) => carryOut(action, state, gap, commands);
  return (
    <div class="popup" data-connection={situation.connection}>
      <header>
        <h1 class="visually-hidden">{NAME}</h1>
      </header>
      <Notices notices={toPopupNotices(situation)} onAction={act} />
      {empty === null ? (
        <Summary summary={state.summary.value} />
      ) : (
        <main>
          <EmptyState empty={empty} onAction={act} />
        </main>
      )}
      <NextSteps
        isMac={isMac}
        countOnButton={tab?.countOnButton ?? true}
        onOpen={commands.openPanel}
        onReport={commands.openReports}
        onCountOnButton={(on) => commands.send({ kind: 'set-count-on-button', on })}
      />
    </div>
  );
}

/** Without DevTools nobody asks the page what it asked. */
function accessGapOf(tab: TabState | null, targetsNeedAccess: boolean): AccessGap {
  if (tab === null) return { kind: 'none' };
  return findAccessGap({ tab, page: null, exchanges: [], targetsNeedAccess });
}

/** Does what the button of a notice or an empty popup says. */
function carryOut(action: PanelAction, state: PopupState, gap: AccessGap, commands: PopupCommands): void {
  switch (action) {
    case 'clear':
    case 'clear-filter':
    case 'show-opaque':
    case 'open-report':
    case 'compare':
    case 'show-comparison':
    case 'stop-comparing':
    case 'close-report':
    case 'dismiss-problem':
      // The panel's own list has these; here nothing offers them.
      return;
    default:
      carryOutForTab(action, state.tab.value, gap, commands);
  }
}
