import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus a place when what had it has given way to something else: who leaves a pane is back where they came from,
 * who goes on is in what they went to. Nobody who was elsewhere loses the focus to this.
 *
 * @param shown names what stands beside the list, or `list` if nothing does
 * @param root what all of it is in
 * @returns to be called by what leaves a pane, before it does
 */
export function useFocusReturn(shown: string, root: RefObject<HTMLElement | null>): () => void {
  const last = useRef(shown);
  const isLeaving = useRef(false);
  /** Where the focus was before each came. */
  const before = useRef(new Map<string, Element>());
  // What is drawn now takes it off the page with what it was in.
  const focused = document.activeElement;
  const focusedThen = useRef(focused);
  if (last.current !== shown) focusedThen.current = focused;

  useEffect(() => {
    const gone = last.current;
    if (gone === shown) return;
    last.current = shown;
    const had = focusedThen.current;
    if (had !== null && had !== document.body) {
      if (!isLeaving.current) before.current.set(shown, had);
      // Who leaves goes back, also where what they find again would take the focus itself.
      const isLost = document.activeElement === document.body || (isLeaving.current && !had.isConnected);
      if (isLost) {
        const origin = isLeaving.current ? before.current.get(gone) : undefined;
        placeOf(origin, root.current)?.focus();
      }
    }
    isLeaving.current = false;
  }, [shown, root]);
  return () => {
    isLeaving.current = true;
  };
}

/** The element, or the button that has been drawn in its place; else what is to be read. */
function placeOf(origin: Element | undefined, root: HTMLElement | null): HTMLElement | null | undefined {
  if (origin instanceof HTMLElement && origin.isConnected) return origin;
  const action = origin instanceof HTMLElement ? origin.dataset['action'] : undefined;
  const again = action === undefined ? null : root?.querySelector<HTMLElement>(`[data-action="${action}"]`);
  return again ?? root?.querySelector<HTMLElement>('.detail') ?? root?.querySelector('.list-scroller');
}
