import { WhatIf } from './components/what-if.tsx';
import { usePanelKey } from './hooks/use-panel-key.ts';
import type { Shown } from './shown.ts';
import type { WhatIfState } from './state/what-if.ts';

interface Props {
  readonly state: WhatIfState;
  readonly onLeaving: () => void;
}

/** Connects the editor with its state, so that only it is drawn anew while somebody types. */
export function WhatIfPane({ state, onLeaving }: Props) {
  const whatIf = state.view.value;
  if (whatIf === null) return null;
  return (
    <WhatIf
      whatIf={whatIf}
      onChange={state.change}
      onUseFix={state.useFix}
      onReset={state.reset}
      onClose={() => {
        onLeaving();
        state.close();
      }}
    />
  );
}

/** The key that opens the editor in the place of an explanation, and closes it. */
export function useWhatIfKey(state: WhatIfState, shown: Shown, onLeaving: () => void): void {
  usePanelKey('what-if', () => {
    if (shown === 'explanation') state.open();
    if (shown !== 'what-if') return;
    onLeaving();
    state.close();
  });
}
