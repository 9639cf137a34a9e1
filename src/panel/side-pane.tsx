import type { Commands } from './commands.ts';
import { Advice } from './components/advice.tsx';
import { Apis } from './components/apis.tsx';
import { Compared } from './components/compared.tsx';
import { Configuration } from './components/configuration.tsx';
import { Detail } from './components/detail.tsx';
import { Section } from './components/section.tsx';
import { configurationStrings } from './configuration-strings.ts';
import { copyingOf } from './copying.ts';
import { FoldsContext } from './hooks/use-fold.ts';
import type { Shown } from './shown.ts';
import type { PanelState } from './state/panel-state.ts';
import type { ComparedVM } from './view-models/compared.ts';
import { WhatIfPane } from './what-if-pane.tsx';

interface Props {
  readonly shown: Shown;
  readonly state: PanelState;
  readonly commands: Commands;
  readonly compared: ComparedVM | null;
  /** It has taken the list's place. */
  readonly alone: boolean;
  /** There is little height. */
  readonly low: boolean;
  /** Something is left: told before it is. */
  readonly onLeaving: () => void;
}

/** Connects what stands beside the list with state and commands. */
export function SidePane({ shown, state, commands, compared, alone, low, onLeaving }: Props) {
  const { copy } = commands;
  const onAdvice = (key: string) => {
    state.adviceAt.value = key;
    state.view.value = 'advice';
  };
  /** Back to what was there before: alone, to the list. */
  const onLeave = () => {
    onLeaving();
    state.view.value = 'exchange';
    if (alone) state.select(null);
  };
  switch (shown) {
    case 'list':
      return null;
    case 'advice':
      return (
        <Advice
          advice={state.adviceView.value}
          at={state.adviceAt.value}
          alone={alone}
          onCopy={copy}
          onLeave={onLeave}
          onSelect={(id, lineKey) => {
            state.adviceAt.value = lineKey;
            showExchange(state, id);
          }}
        />
      );
    case 'apis':
      return (
        <Apis
          view={state.apis.value}
          at={state.apiAt.value}
          configure={state.configurations}
          alone={alone}
          onCopy={copy}
          onLeave={onLeave}
          onAdvice={onAdvice}
          onSelect={(id, cell) => {
            state.apiAt.value = cell;
            showExchange(state, id);
          }}
        />
      );
    case 'compared':
      return (
        compared && (
          <Compared compared={compared} alone={alone} onLeave={onLeave} onSelect={commands.showCompared} />
        )
      );
    case 'what-if':
      return (
        <FoldsContext.Provider value={state.folds}>
          <WhatIfPane state={state.whatIf} onLeaving={onLeaving} />
        </FoldsContext.Provider>
      );
    case 'explanation': {
      const detail = state.detail.value;
      if (detail === null) return null;
      return (
        <FoldsContext.Provider value={state.folds}>
          <Detail
            detail={detail}
            advice={state.ownAdvice.value}
            configuration={<OwnConfiguration state={state} onCopy={copy} />}
            low={low}
            onCopy={copy}
            copying={copyingOf(state, commands)}
            onSelect={state.select}
            onSource={commands.openSource}
            headerQuery={state.headerQuery.value}
            onHeaderQuery={(text) => {
              state.headerQuery.value = text;
            }}
            onWhatIf={state.whatIf.open}
            onAdvice={onAdvice}
            alone={alone}
            onLeave={() => {
              onLeaving();
              state.select(null);
            }}
          />
        </FoldsContext.Provider>
      );
    }
  }
}

/** Drawn for itself: it follows what the user types into it, and the traffic of its server. */
function OwnConfiguration({
  state,
  onCopy,
}: {
  readonly state: PanelState;
  readonly onCopy: Commands['copy'];
}) {
  const configuration = state.configuration.value;
  if (configuration === null) return null;
  return (
    <Section heading={configurationStrings.heading}>
      <Configuration configuration={configuration} configure={state.configurations} onCopy={onCopy} />
    </Section>
  );
}

/** What the user selects they want to read. */
function showExchange(state: PanelState, id: string): void {
  state.view.value = 'exchange';
  state.select(id);
}
