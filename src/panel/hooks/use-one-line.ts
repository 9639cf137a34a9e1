import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Higher, in pixels, the toolbar has more than one line. */
const ONE_LINE = 36;

/**
 * How small the parts of a toolbar have to be, from 0 to `smallest`, so that they fit into one line: measured when its width
 * or what is in it changes, and before anybody sees it. Words take more room in one language than in another.
 *
 * @param what names what is in it
 */
export function useOneLine(
  toolbar: RefObject<HTMLElement | null>,
  width: number,
  what: string,
  smallest: number,
): number {
  const [known, setKnown] = useState<Known>({ what, tooNarrow: [] });
  const tooNarrow = known.what === what ? known.tooNarrow : [];
  const wide = tooNarrow.findIndex((least) => width > least);
  const size = Math.min(smallest, wide < 0 ? tooNarrow.length : wide);
  useLayoutEffect(() => {
    const isHigh = (toolbar.current?.offsetHeight ?? 0) > ONE_LINE;
    if (!isHigh || size >= smallest) return;
    setKnown((before) => {
      const others = before.what === what ? before.tooNarrow : [];
      return { what, tooNarrow: [...others.slice(0, size), width, ...others.slice(size + 1)] };
    });
  }, [toolbar, width, what, size, smallest]);
  return size;
}

interface Known {
  readonly what: string;
  /** By size: the width in pixels at which it took more than one line. */
  readonly tooNarrow: readonly number[];
}
