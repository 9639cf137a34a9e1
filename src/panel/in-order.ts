import type { Exchange } from '../model/exchange.ts';

/** What has a place in the order of time: an exchange, or its row. */
export interface Started {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** Below 0 if `a` comes first. 0 only for two versions of one thing. */
export type Order<T> = (a: T, b: T) => number;

/** What differs between two versions of a list, each in order. What has changed is gone as it was, and has come as it is. */
export interface Changes<T = Exchange> {
  readonly come: readonly T[];
  readonly gone: readonly T[];
}

/** The order of exchanges: by their start, then by their id. 0 for two versions of one exchange. */
export function byStart(a: Started, b: Started): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** How many come before it, or would: by halving. */
export function countBefore<T extends Started>(
  ordered: readonly T[],
  item: T,
  order: Order<T> = byStart,
): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const each = ordered[middle];
    if (each !== undefined && order(each, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From which list another was made, and how: what is derived from all exchanges follows them version by version. */
interface Making {
  readonly from: WeakRef<readonly Started[]>;
  readonly changes: Changes<Started>;
}

const makings = new WeakMap<readonly Started[], Making>();

/**
 * From one version of a list, in the order of time, to a later one. From one to the next it is what made it; else it
 * takes one walk that compares little but identities. So whatever is derived from all exchanges is derived anew from
 * these only.
 */
export function changesBetween<T extends Started>(before: readonly T[], after: readonly T[]): Changes<T> {
  if (before === after) return { come: [], gone: [] };
  const making = makings.get(after);
  // Both are lists of the same type, so what made one from the other is.
  return making?.from.deref() === before ? (making.changes as Changes<T>) : compareAll(before, after);
}

function compareAll<T extends Started>(before: readonly T[], after: readonly T[]): Changes<T> {
  const come: T[] = [];
  const gone: T[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const was = before[from];
    const is = after[to];
    const order = was === is ? 0 : compare(was, is);
    if (was !== undefined && order <= 0) {
      from += 1;
      if (was !== is) gone.push(was);
    }
    if (is !== undefined && order >= 0) {
      to += 1;
      if (was !== is) come.push(is);
    }
  }
  return { come, gone };
}

/** A list that has ended comes after everything. */
function compare(a: Started | undefined, b: Started | undefined): number {
  if (a === undefined) return 1;
  return b === undefined ? -1 : byStart(a, b);
}

/**
 * The next version of a list. Only what changes is compared; the rest is copied from where the first change is.
 *
 * @param changes of which `gone` are members of the list
 */
export function withChanges<T extends Started>(
  ordered: readonly T[],
  { come, gone }: Changes<T>,
  order: Order<T> = byStart,
): readonly T[] {
  const toEdit = (comes: boolean) => (item: T) => ({ at: countBefore(ordered, item, order), item, comes });
  const edits = [...gone.map(toEdit(false)), ...come.map(toEdit(true))];
  if (edits.length === 0) return ordered;
  edits.sort((a, b) => a.at - b.at || order(a.item, b.item));
  const next = ordered.slice(0, edits[0]?.at);
  let at = next.length;
  function copyUpTo(end: number): void {
    for (; at < end; at += 1) {
      const each = ordered[at];
      if (each !== undefined) next.push(each);
    }
  }
  for (const edit of edits) {
    copyUpTo(edit.at);
    if (edit.comes) next.push(edit.item);
    else if (ordered[at] === edit.item) at += 1;
  }
  copyUpTo(ordered.length);
  if (order === byStart) makings.set(next, { from: new WeakRef(ordered), changes: { come, gone } });
  return next;
}
