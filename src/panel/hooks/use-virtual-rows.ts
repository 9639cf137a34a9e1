import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useElementSize } from './use-element-size.ts';
import { anchoredScrollTop, scrollTopShowing, type VirtualWindow, virtualWindow } from './virtual-window.ts';

export interface VirtualRows extends VirtualWindow {
  /** Rows that fit into the viewport. */
  readonly perPage: number;
  readonly onScroll: () => void;
  /** Scrolls as little as needed to show a row. */
  readonly show: (index: number) => void;
}

/**
 * The rows to render of a scrolled list of equally high rows. When rows come or go, what is being read stays where it
 * is; a list that is not grouped and stands at its end follows its end, as the Network panel does.
 *
 * @param keys a key for each row, in order
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  keys: readonly string[],
  { rowHeight, followEnd }: { readonly rowHeight: number; readonly followEnd: boolean },
): VirtualRows {
  const [scrollTop, setScrollTop] = useState(0);
  const { height } = useElementSize(scroller);
  const shownKeys = useRef(keys);
  const viewport = { count: keys.length, rowHeight, scrollTop, height };

  useLayoutEffect(() => {
    const element = scroller.current;
    const before = shownKeys.current;
    if (!element || before === keys) return;
    shownKeys.current = keys;
    const wasAtEnd = scrollTop > 0 && scrollTop + height >= before.length * rowHeight - 1;
    const anchored = anchoredScrollTop(before, keys, { count: keys.length, rowHeight, scrollTop, height });
    const wanted = followEnd && wasAtEnd ? Math.max(0, keys.length * rowHeight - height) : anchored;
    // Not the element's own, which can only be read once the browser has laid everything out.
    if (wanted === scrollTop) return;
    element.scrollTop = wanted;
    setScrollTop(wanted);
  }, [scroller, keys, followEnd, rowHeight, scrollTop, height]);

  const onScroll = useCallback(() => setScrollTop(scroller.current?.scrollTop ?? 0), [scroller]);
  return {
    ...virtualWindow(viewport),
    perPage: Math.max(1, Math.floor(height / rowHeight)),
    onScroll,
    show: (index) => {
      const element = scroller.current;
      if (element) element.scrollTop = scrollTopShowing(index, { ...viewport, scrollTop: element.scrollTop });
    },
  };
}
