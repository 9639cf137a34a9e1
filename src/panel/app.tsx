import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { isMac } from '../platform/operating-system.ts';
import { type Commands, carryOut, closeGroups, showApi } from './commands.ts';
import { ExchangeList } from './components/exchange-list.tsx';
import { HelpSheet } from './components/help-sheet.tsx';
import { EmptyState, Notices } from './components/notices.tsx';
import { Splitter } from './components/splitter.tsx';
import { StatusBar } from './components/status-bar.tsx';
import { ExportWindow } from './export-window.tsx';
import { useElementSize } from './hooks/use-element-size.ts';
import { useFileDrop } from './hooks/use-file-drop.ts';
import { useFocusReturn } from './hooks/use-focus-return.ts';
import { useFocusRing } from './hooks/use-focus-ring.ts';
import { usePanelKey } from './hooks/use-panel-key.ts';
import { PanelToolbar } from './panel-toolbar.tsx';
import { reportStrings } from './report-strings.ts';
import { shownBeside } from './shown.ts';
import { SidePane } from './side-pane.tsx';
import type { PanelState } from './state/panel-state.ts';
import type { AccessGap } from './view-models/access-gap.ts';
import type { ComparedVM } from './view-models/compared.ts';
import { toHelp } from './view-models/help.ts';
import { type PanelAction, type Situation, toEmpty, toNotices } from './view-models/notices.ts';
import type { FileProblem, ReportVM } from './view-models/opened-report.ts';
import { nextSort } from './view-models/sort-rows.ts';
import { toStatus } from './view-models/status.ts';
import { useWhatIfKey } from './what-if-pane.tsx';

interface Props {
  readonly state: PanelState;
  readonly gap: ReadonlySignal<AccessGap>;
  readonly commands: Commands;
  readonly hasTab: boolean;
  /** The report whose requests these are; left out, they are the tab's. */
  readonly report?: ReportVM | null;
  /** Why a file that the user opened isn't shown. */
  readonly fileProblem?: FileProblem | null;
  /** What it is compared with, and what came of that. */
  readonly compared?: ComparedVM | null;
  /** The name of a file that is being read. */
  readonly opening?: string | null;
}

/** From this width on, there is room for the list and what is selected side by side. */
export const WIDE_FROM = 640;

/** Below this height, what is said first has to be short. */
const LOW_BELOW = 480;

/** Connects state and commands with the components. */
export function App(props: Props) {
  const {
    state,
    gap,
    commands,
    hasTab,
    report = null,
    fileProblem = null,
    opening = null,
    compared = null,
  } = props;
  const root = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(root);
  useFocusRing();
  usePanelKey('help', () => {
    state.showsHelp.value = true;
  });
  const list = state.list.value;
  const tab = state.tab.value;
  const wide = width >= WIDE_FROM;
  const situation: Situation = {
    connection: state.connection.value,
    tab,
    hasTab,
    report,
    fileProblem,
    opening,
    compared: compared?.headline ?? null,
    gap: gap.value,
    total: list.total,
    shown: list.shown,
    hiddenOpaque: state.showOpaque.value ? 0 : state.totals.value.opaque,
  };
  const empty = toEmpty(situation);
  const act = (action: PanelAction) => carryOut(action, state, gap.value, commands);
  const shown = shownBeside(state, !wide || empty === null);
  const showsList = wide || shown === 'list';
  // As in the browsers' own Network panels, the list has all of the room until there is something to read beside it.
  const sideBySide = wide && shown !== 'list';
  const onLeaving = useFocusReturn(shown, root);
  useWhatIfKey(state.whatIf, shown, onLeaving);
  const isDropping = useFileDrop(commands.openReport);

  return (
    <div class="panel" data-connection={state.connection.value} ref={root}>
      <PanelToolbar state={state} commands={commands} width={width} isTabless={report !== null || !hasTab} />
      <Notices notices={toNotices(situation)} most={mostNotices(wide, height)} onAction={act} />
      <main
        class={sideBySide ? 'columns' : 'columns one-column'}
        style={{ '--split': `${state.split.value}%` }}
      >
        {showsList && empty !== null && <EmptyState empty={empty} onAction={act} />}
        {empty === null && (
          <ExchangeList
            list={list}
            covered={!showsList}
            selection={state.selection.value}
            onSelection={(selection) => {
              state.view.value = 'exchange';
              state.selection.value = selection;
            }}
            onToggleGroups={(keys, close) => closeGroups(state, keys, close)}
            onSort={(column) => {
              state.sort.value = nextSort(state.sort.value, column);
            }}
            onApi={(target) => showApi(state, target)}
            onView={state.look}
            onOpen={() => root.current?.querySelector<HTMLElement>('.detail')?.focus()}
          />
        )}
        {sideBySide && (
          <Splitter
            percent={state.split.value}
            onChange={(percent) => {
              state.split.value = percent;
            }}
          />
        )}
        <SidePane
          shown={shown}
          state={state}
          commands={commands}
          compared={compared}
          alone={!wide}
          low={height < LOW_BELOW}
          onLeaving={onLeaving}
        />
      </main>
      <StatusBar
        status={toStatus(report === null ? tab : 'report', {
          shown: list.shown,
          total: list.total,
          selected: state.selection.value.ids.size,
          waiting: state.waiting.value,
        })}
        onAlways={(origin, on) => commands.send({ kind: 'set-site', origin, on })}
      />
      <p class="announcement visually-hidden" role="status">
        {state.announcement.value}
      </p>
      {isDropping && <p class="drop-hint">{reportStrings.drop}</p>}
      <ExportWindow state={state} commands={commands} />
      {state.showsHelp.value && (
        <HelpSheet
          groups={toHelp(isMac)}
          onClose={() => {
            state.showsHelp.value = false;
          }}
        />
      )}
    </div>
  );
}

/** How many notices above the list leave enough of it: in a narrow panel, each takes several lines. */
function mostNotices(wide: boolean, height: number): number {
  if (height < LOW_BELOW / 2) return 1;
  if (height < LOW_BELOW) return wide ? 2 : 1;
  return wide ? Number.POSITIVE_INFINITY : 2;
}
