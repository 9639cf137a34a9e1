/** What a list of equally high rows has to render, in rows and pixels. */
export interface VirtualWindow {
  /** First row to render. */
  readonly start: number;
  /** One after the last row to render. */
  readonly end: number;
}

export interface Viewport {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly height: number;
}

/** Rows rendered beyond each edge, so that scrolling by a few rows shows no gap. */
const OVERSCAN = 6;

/** The rows that can be seen, and a few more on both sides. Any scroll position gives a window inside the list. */
export function virtualWindow({ count, rowHeight, scrollTop, height }: Viewport): VirtualWindow {
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const last = Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN;
  const start = Math.max(0, Math.min(first, count - 1));
  return { start, end: Math.max(start, Math.min(last, count)) };
}

/** The scroll position that brings a row fully into view, moving as little as possible. */
export function scrollTopShowing(index: number, { rowHeight, scrollTop, height }: Viewport): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - height);
}

/**
 * The scroll position that keeps what the user reads where it is after rows came or went above it: the first row in
 * view keeps its offset; if it has gone, the next one that is left does.
 *
 * @param before keys of the rows as they were
 * @param after keys of the rows as they are
 */
export function anchoredScrollTop(
  before: readonly string[],
  after: readonly string[],
  { rowHeight, scrollTop, height }: Viewport,
): number {
  if (scrollTop <= 0) return 0;
  const first = Math.floor(scrollTop / rowHeight);
  const indexAfter = new Map(after.map((key, index) => [key, index]));
  const longest = Math.max(0, after.length * rowHeight - height);
  for (let index = first; index < before.length; index += 1) {
    const now = indexAfter.get(before[index] ?? '');
    if (now === undefined) continue;
    return Math.min(longest, Math.max(0, scrollTop + (now - index) * rowHeight));
  }
  return Math.min(longest, scrollTop);
}
