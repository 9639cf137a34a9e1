import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useElementSize } from './use-element-size.ts';
import {
  type Keys,
  scrollTopAfter,
  scrollTopShowing,
  type VirtualWindow,
  virtualWindow,
} from './virtual-window.ts';

export interface VirtualRows extends VirtualWindow {
  /** Rows that fit into the viewport. */
  readonly perPage: number;
  readonly onScroll: () => void;
  /** Scrolls as little as needed to show a row. */
  readonly show: (index: number) => void;
}

export interface VirtualRowsOptions {
  readonly rowHeight: number;
  /** What stays above the rows while they scroll takes of the height, in pixels. */
  readonly headerHeight: number;
  /** Whether what comes is at the end, where it may be followed. */
  readonly followEnd: boolean;
  /** Key of the row that is being read, if any. */
  readonly held: string | null;
  /** What the user arranged the rows by: another arrangement is another list, and begins at its top. */
  readonly arrangement: unknown;
}

/**
 * The rows to render of a scrolled list of equally high rows. When rows come or go, what is being read stays where it
 * is: the held row, if it is in view, else the first one in view. A list that stands at its end follows its end, as the
 * Network panel does.
 *
 * @param keys of the rows; others, when rows have come or gone
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  keys: Keys,
  { rowHeight, headerHeight, followEnd, held, arrangement }: VirtualRowsOptions,
): VirtualRows {
  const [scrollTop, setScrollTop] = useState(0);
  const size = useElementSize(scroller);
  const height = Math.max(0, size.height - headerHeight);
  const shown = useRef({ keys, arrangement });
  const hold = { held, rearranged: shown.current.arrangement !== arrangement, followEnd };
  // Where it is to stand is known before it is drawn: what would be out of sight then is never made.
  const top =
    shown.current.keys === keys
      ? scrollTop
      : scrollTopAfter(shown.current.keys, keys, { count: keys.length, rowHeight, scrollTop, height }, hold);
  const viewport = { count: keys.length, rowHeight, scrollTop: top, height };

  useLayoutEffect(() => {
    shown.current = { keys, arrangement };
    // Not compared with the element's own, which can only be read once the browser has laid everything out.
    if (top === scrollTop || scroller.current === null) return;
    scroller.current.scrollTop = top;
    setScrollTop(top);
  }, [scroller, keys, arrangement, top, scrollTop]);

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
