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

/** A key for each row, in order. */
export interface Keys {
  readonly length: number;
  keyAt(index: number): string | undefined;
  /** -1 if there is no such row. */
  indexOf(key: string): number;
}

/** What decides where a list stands after its rows have changed. */
export interface Hold {
  /** Key of the row that is being read, if any. */
  readonly held: string | null;
  /** The user has arranged the rows otherwise. */
  readonly rearranged: boolean;
  /** A list at its end follows its end. */
  readonly followEnd: boolean;
}

/**
 * The scroll position after rows came or went: what the user reads stays where it is. That is the held row, if it is
 * in view; in a list that was rearranged nothing else; in one at its end, its end; and else the first row in view, or
 * if that has gone, the next one that is left.
 *
 * @param before keys of the rows as they were
 * @param after keys of the rows as they are
 */
export function scrollTopAfter(
  before: Keys,
  after: Keys,
  viewport: Viewport,
  { held, rearranged, followEnd }: Hold,
): number {
  const { rowHeight, scrollTop, height } = viewport;
  const longest = Math.max(0, after.length * rowHeight - height);
  const within = (to: number) => Math.min(longest, Math.max(0, to));
  const heldBefore = held === null ? -1 : before.indexOf(held);
  if (held !== null && heldBefore >= 0 && isInView(heldBefore, viewport)) {
    const heldNow = after.indexOf(held);
    if (heldNow >= 0) return within(scrollTop + (heldNow - heldBefore) * rowHeight);
  }
  if (rearranged || scrollTop <= 0) return 0;
  const wasAtEnd = scrollTop + height >= before.length * rowHeight - 1;
  if (followEnd && wasAtEnd) return longest;
  return within(scrollTop + movedBy(before, after, Math.floor(scrollTop / rowHeight)) * rowHeight);
}

function isInView(index: number, { rowHeight, scrollTop, height }: Viewport): boolean {
  const top = index * rowHeight;
  return top + rowHeight > scrollTop && top < scrollTop + height;
}

/** By how many rows the first that is left, from `first` on, has moved. 0 if none is. */
function movedBy(before: Keys, after: Keys, first: number): number {
  if (after.length === 0) return 0;
  for (let index = first; index < before.length; index += 1) {
    const now = after.indexOf(before.keyAt(index) ?? '');
    if (now >= 0) return now - index;
  }
  return 0;
}
