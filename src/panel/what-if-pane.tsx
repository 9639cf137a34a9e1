import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { WhatIf } from './components/what-if.tsx';
import { usePanelKey } from './hooks/use-panel-key.ts';
import type { WhatIfState } from './state/what-if.ts';

/** Connects the editor with its state, so that only it is drawn anew while somebody types. */
export function WhatIfPane({ state }: { readonly state: WhatIfState }) {
  const whatIf = state.view.value;
  if (whatIf === null) return null;
  return (
    <WhatIf
      whatIf={whatIf}
      onChange={state.change}
      onUseFix={state.useFix}
      onReset={state.reset}
      onClose={state.close}
    />
  );
}

/**
 * Whether the editor is open. A key opens and closes it, and once it is closed the explanation in its place has the focus.
 *
 * @param hasPlace whether an explanation is shown whose place it could take
 * @param root what both are in
 */
export function useWhatIf(
  state: WhatIfState,
  hasPlace: boolean,
  root: RefObject<HTMLElement | null>,
): boolean {
  const isOpen = state.isOpen.value;
  const wasOpen = useRef(false);
  usePanelKey('what-if', () => {
    if (!hasPlace) return;
    if (isOpen) state.close();
    else state.open();
  });
  useEffect(() => {
    // A click elsewhere may have closed it, and then the focus is there.
    const lostFocus = wasOpen.current && !isOpen && document.activeElement === document.body;
    if (lostFocus) root.current?.querySelector<HTMLElement>('.detail')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, root]);
  return isOpen;
}
