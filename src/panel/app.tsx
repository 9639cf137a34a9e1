import type { ReadonlySignal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { isMac } from '../platform/operating-system.ts';
import { type Commands, carryOut, closeGroups, exportReport, toggleChip } from './commands.ts';
import { Advice } from './components/advice.tsx';
import { Apis } from './components/apis.tsx';
import { Detail, NoDetail } from './components/detail.tsx';
import { ExchangeList } from './components/exchange-list.tsx';
import { HelpSheet } from './components/help-sheet.tsx';
import { EmptyState, Notices } from './components/notices.tsx';
import { DEFAULT_SPLIT, Splitter } from './components/splitter.tsx';
import { StatusBar } from './components/status-bar.tsx';
import { Toolbar } from './components/toolbar.tsx';
import { useElementSize } from './hooks/use-element-size.ts';
import { useFocusRing } from './hooks/use-focus-ring.ts';
import { FoldsContext } from './hooks/use-fold.ts';
import { usePanelKey } from './hooks/use-panel-key.ts';
import type { PanelState } from './state/panel-state.ts';
import { strings } from './strings.ts';
import type { AccessGap } from './view-models/access-gap.ts';
import { countAdvice } from './view-models/advice.ts';
import { completeFilter } from './view-models/filter-completion.ts';
import { toHelp } from './view-models/help.ts';
import { groupKeys, toChips } from './view-models/list.ts';
import { type PanelAction, type Situation, siteOf, toEmpty, toNotices } from './view-models/notices.ts';
import { nextSort } from './view-models/sort-rows.ts';
import { toStatus } from './view-models/status.ts';
import { useWhatIf, WhatIfPane } from './what-if-pane.tsx';

interface Props {
  readonly state: PanelState;
  readonly gap: ReadonlySignal<AccessGap>;
  readonly commands: Commands;
  readonly hasTab: boolean;
}

/** From this width on, list and detail are side by side. */
export const WIDE_FROM = 640;

/** Connects state and commands with the components. */
export function App({ state, gap, commands, hasTab }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(root);
  const [split, setSplit] = useState(DEFAULT_SPLIT);
  useFocusRing();
  usePanelKey('help', () => {
    state.showsHelp.value = true;
  });
  const list = state.list.value;
  const detail = state.detail.value;
  const tab = state.tab.value;
  const wide = width >= WIDE_FROM;
  const failing = state.totals.value.blocked + state.totals.value.failed;
  const situation: Situation = {
    connection: state.connection.value,
    tab,
    hasTab,
    gap: gap.value,
    total: list.total,
    shown: list.shown,
    hiddenOpaque: state.showOpaque.value ? 0 : state.totals.value.opaque,
  };
  const empty = toEmpty(situation);
  const act = (action: PanelAction) => carryOut(action, state, gap.value, commands);
  const showsAdvice = state.showsAdvice.value;
  const showsApis = state.showsApis.value;
  const showsServers = showsAdvice || showsApis;
  const showsDetail = detail !== null && !showsServers && (!wide || empty === null);
  const showsList = wide || !(showsDetail || showsServers);
  const whatIfIsOpen = useWhatIf(state.whatIf, showsDetail, root);
  const backToList = () => {
    showServers(state, null);
    state.select(null);
  };
  const onAdvice = (key: string) => {
    state.adviceAt.value = key;
    showServers(state, 'advice');
  };

  return (
    <div class="panel" data-connection={state.connection.value} ref={root}>
      <PanelToolbar state={state} commands={commands} failing={failing} />
      <Notices notices={toNotices(situation)} onAction={act} />
      <main class={wide ? 'columns' : 'columns one-column'} style={{ '--split': `${split}%` }}>
        {showsList && empty !== null && <EmptyState empty={empty} onAction={act} />}
        {empty === null && (
          <ExchangeList
            list={list}
            covered={!showsList}
            selection={state.selection.value}
            arrangement={arrangementOf(state)}
            onSelection={(selection) => {
              showServers(state, null);
              state.selection.value = selection;
            }}
            onToggleGroups={(keys, close) => closeGroups(state, keys, close)}
            onSort={(column) => {
              state.sort.value = nextSort(state.sort.value, column);
            }}
            onOpen={() => root.current?.querySelector<HTMLElement>('.detail')?.focus()}
          />
        )}
        {wide && (empty === null || showsServers) && <Splitter percent={split} onChange={setSplit} />}
        {showsDetail && (
          <FoldsContext.Provider value={state.folds}>
            {whatIfIsOpen ? (
              <WhatIfPane state={state.whatIf} />
            ) : (
              <Detail
                detail={detail}
                advice={state.ownAdvice.value}
                onCopy={commands.copy}
                onSelect={state.select}
                onSource={commands.openSource}
                headerQuery={state.headerQuery.value}
                onHeaderQuery={(text) => {
                  state.headerQuery.value = text;
                }}
                onWhatIf={state.whatIf.open}
                onAdvice={onAdvice}
                {...(wide ? {} : { onBack: backToList })}
              />
            )}
          </FoldsContext.Provider>
        )}
        {showsApis && (
          <Apis
            view={state.apis.value}
            at={state.apiAt.value}
            onCopy={commands.copy}
            onAdvice={onAdvice}
            onSelect={(id, cell) => {
              state.apiAt.value = cell;
              showExchange(state, id);
            }}
            {...(wide ? {} : { onBack: backToList })}
          />
        )}
        {showsAdvice && (
          <Advice
            advice={state.adviceView.value}
            at={state.adviceAt.value}
            onCopy={commands.copy}
            onSelect={(id, lineKey) => {
              state.adviceAt.value = lineKey;
              showExchange(state, id);
            }}
            {...(wide ? {} : { onBack: backToList })}
          />
        )}
        {wide && empty === null && detail === null && !showsServers && (
          <NoDetail failing={failing} total={list.total} />
        )}
      </main>
      <StatusBar
        status={toStatus(tab, {
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

/** What the user selects they want to read. */
function showExchange(state: PanelState, id: string): void {
  showServers(state, null);
  state.select(id);
}

/** Shows what there is to say about servers, or neither of it. */
function showServers(state: PanelState, what: 'advice' | 'apis' | null): void {
  state.showsAdvice.value = what === 'advice';
  state.showsApis.value = what === 'apis';
}

/** What the user chose to see. */
function arrangementOf({ filterText, kinds, showOpaque }: PanelState): string {
  return JSON.stringify([filterText.value, [...kinds.value], showOpaque.value]);
}

interface PanelToolbarProps {
  readonly state: PanelState;
  readonly commands: Commands;
  readonly failing: number;
}

function PanelToolbar({ state, commands, failing }: PanelToolbarProps) {
  const tab = state.tab.value;
  const site = tab === null ? null : siteOf(tab);
  return (
    <Toolbar
      recording={tab?.recording.on ?? false}
      keepOnNavigation={tab?.keepOnNavigation ?? false}
      filter={{
        text: state.filterText.value,
        complete: (text, caret) => completeFilter(text, caret, state.rows.value),
        onFilter: (text) => {
          state.filterText.value = text;
        },
      }}
      chips={toChips(state.list.value.counts, state.kinds.value, state.showOpaque.value)}
      showsAdvice={state.showsAdvice.value}
      adviceCount={countAdvice(state.advice.value)}
      groups={{
        grouping: state.grouping.value,
        sort: state.sort.value,
        onGrouping: (grouping) => {
          state.grouping.value = grouping;
        },
        onSort: (sort) => {
          state.sort.value = sort;
        },
        onCloseAll: (close) => closeGroups(state, groupKeys(state.list.value.items), close),
      }}
      exporting={{
        failing,
        total: state.list.value.total,
        selected: state.selection.value.ids.size,
        onExport: (format, scope, how) => exportReport(state, commands, format, scope, how),
      }}
      settings={{
        note: tab?.isPrivate === true ? strings.settings.privateWindow : null,
        site,
        siteOn: site !== null && (tab?.sites.includes(site) ?? false),
        everywhere: tab?.everywhere ?? false,
        countOnButton: tab?.countOnButton ?? true,
        onSite: (on) => site !== null && commands.send({ kind: 'set-site', origin: site, on }),
        onEverywhere: (on) => commands.send({ kind: 'set-everywhere', on }),
        onCountOnButton: (on) => commands.send({ kind: 'set-count-on-button', on }),
      }}
      onRecording={(on) => commands.send({ kind: 'set-recording', on })}
      onClear={() => commands.send({ kind: 'clear' })}
      onKeepOnNavigation={(on) => commands.send({ kind: 'set-keep-on-navigation', on })}
      onChip={(kind) => toggleChip(state, kind)}
      onAdvice={(on) => showServers(state, on ? 'advice' : null)}
      showsApis={state.showsApis.value}
      onApis={(on) => showServers(state, on ? 'apis' : null)}
      onHelp={() => {
        state.showsHelp.value = true;
      }}
    />
  );
}
