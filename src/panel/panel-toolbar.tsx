import { type Commands, closeGroups, toggleChip } from './commands.ts';
import { Toolbar } from './components/toolbar.tsx';
import type { PanelState } from './state/panel-state.ts';
import { strings } from './strings.ts';
import { countAdvice } from './view-models/advice.ts';
import { completeFilter } from './view-models/filter-completion.ts';
import { toChips } from './view-models/list.ts';
import { siteOf } from './view-models/notices.ts';

interface Props {
  readonly state: PanelState;
  readonly commands: Commands;
  /** In pixels. */
  readonly width: number;
  /** There is no tab behind what is shown: nothing to record, and nothing to set anything for. */
  readonly isTabless: boolean;
}

/** Connects the toolbar with state and commands. */
export function PanelToolbar({ state, commands, width, isTabless }: Props) {
  const tab = state.tab.value;
  const site = tab === null ? null : siteOf(tab);
  const view = state.view.value;
  return (
    <Toolbar
      width={width}
      recording={
        isTabless
          ? null
          : {
              recording: tab?.recording.on ?? false,
              keepOnNavigation: tab?.keepOnNavigation ?? false,
              onRecording: (on) => commands.send({ kind: 'set-recording', on }),
              onClear: () => commands.send({ kind: 'clear' }),
              onKeepOnNavigation: (on) => commands.send({ kind: 'set-keep-on-navigation', on }),
            }
      }
      filter={{
        text: state.filterText.value,
        complete: (text, caret) => completeFilter(text, caret, state.rows.value),
        onFilter: (text) => {
          state.filterText.value = text;
        },
      }}
      chips={toChips(state.list.value.counts, state.kinds.value, state.showOpaque.value)}
      showsAdvice={view === 'advice'}
      adviceCount={countAdvice(state.advice.value)}
      showsApis={view === 'apis'}
      groups={{
        grouping: state.grouping.value,
        sort: state.sort.value,
        onGrouping: (grouping) => {
          state.grouping.value = grouping;
        },
        onSort: (sort) => {
          state.sort.value = sort;
        },
        onCloseAll: (close) => closeGroups(state, state.list.value.items.groupKeys(), close),
      }}
      canExport={state.list.value.total > 0}
      onExport={() => {
        state.exporting.isOpen.value = true;
      }}
      opening={{ onOpen: commands.chooseReport, onCompare: commands.chooseComparison }}
      settings={
        isTabless
          ? null
          : {
              note: tab?.isPrivate === true ? strings.settings.privateWindow : null,
              site,
              siteOn: site !== null && (tab?.sites.includes(site) ?? false),
              everywhere: tab?.everywhere ?? false,
              countOnButton: tab?.countOnButton ?? true,
              onSite: (on) => site !== null && commands.send({ kind: 'set-site', origin: site, on }),
              onEverywhere: (on) => commands.send({ kind: 'set-everywhere', on }),
              onCountOnButton: (on) => commands.send({ kind: 'set-count-on-button', on }),
            }
      }
      onChip={(kind) => toggleChip(state, kind)}
      onAdvice={(on) => {
        state.view.value = on ? 'advice' : 'exchange';
      }}
      onApis={(on) => {
        state.view.value = on ? 'apis' : 'exchange';
      }}
      onHelp={() => {
        state.showsHelp.value = true;
      }}
    />
  );
}
