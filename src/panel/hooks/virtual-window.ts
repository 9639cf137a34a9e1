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
  const longest = Math.max(0, after.length * rowHeight - height);
  const moved = movedBy(before, after, first);
  return Math.min(longest, Math.max(0, scrollTop + moved * rowHeight));
}

/** By how many rows the first that is left, from `first` on, has moved. 0 if none is. */
function movedBy(before: readonly string[], after: readonly string[], first: number): number {
  // Most changes leave it there, and where it is can be told without knowing where all others are.
  const now = after.indexOf(before[first] ?? '');
  if (now >= 0) return now - first;
  const indexAfter = new Map(after.map((key, index) => [key, index]));
  for (let index = first; index < before.length; index += 1) {
    const found = indexAfter.get(before[index] ?? '');
    if (found !== undefined) return found - index;
  }
  return 0;
}
