import type { Steps } from '../model/steps.ts';

/** How many items a step takes on: little enough for any of them, enough to make pausing cost nothing. */
const ITEMS_PER_STEP = 256;

/** The items in parts that are small enough for a step each. */
export function* inChunks<T>(items: readonly T[]): Generator<readonly T[], void> {
  for (let from = 0; from < items.length; from += ITEMS_PER_STEP)
    yield items.slice(from, from + ITEMS_PER_STEP);
}

/** Calls back for each item. */
export function* forEachInSteps<T>(items: readonly T[], act: (item: T) => void): Steps<void> {
  for (const some of inChunks(items)) {
    for (const item of some) act(item);
    yield;
  }
}

/** The items by their key, in the order in which the keys first occur. */
export function* groupInSteps<T, K>(
  items: readonly T[],
  keyOf: (item: T) => K,
): Steps<ReadonlyMap<K, readonly [T, ...T[]]>> {
  const groups = new Map<K, [T, ...T[]]>();
  yield* forEachInSteps(items, (item) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return groups;
}

/** The items in order; those of which none comes first stay as they are. By merging. */
export function* sortInSteps<T>(items: readonly T[], order: (a: T, b: T) => number): Steps<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (const some of inChunks(items)) {
    runs.push(some.toSorted(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], order));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  some: readonly T[],
  others: readonly T[],
  order: (a: T, b: T) => number,
): Steps<readonly T[]> {
  if (others.length === 0) return some;
  const merged: T[] = [];
  let at = 0;
  for (const [index, other] of others.entries()) {
    for (let each = some[at]; each !== undefined && order(each, other) <= 0; each = some[at]) {
      merged.push(each);
      at += 1;
    }
    merged.push(other);
    if (index % ITEMS_PER_STEP === 0) yield;
  }
  return merged.concat(some.slice(at));
}
