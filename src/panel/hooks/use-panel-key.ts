import { useEffect, useRef } from 'preact/hooks';
import { does, type PanelKey } from '../view-models/keys.ts';

/** Acts on a key of the table wherever the focus is, unless something is being written, or a dialog is open. */
export function usePanelKey(key: PanelKey, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !does(key, event) || isTaken(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}

/** What is written into, and what a dialog has to itself. */
const TAKES_KEYS =
  'dialog, textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_KEYS) !== null;
}
