/** The values by key, in order; those without a key are left out. Node 20 has no `Map.groupBy`. */
export function groupBy<T>(
  all: readonly T[],
  keyOf: (each: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
