/** With 50,000 entries a dozen in each; and to copy so many pointers takes a few microseconds. */
const BUCKETS = 4_096;

type Entry<V> = readonly [key: string, value: V];
type Bucket<V> = readonly Entry<V>[];

/**
 * A map that never changes: a change makes another, which shares with it whatever is the same. So it can be kept, given
 * away and compared like any value, and still a change costs what it changes: to copy a `Map` of 50,000 entries would
 * take tens of milliseconds each time.
 */
export class PersistentMap<V> {
  readonly size: number;
  readonly #buckets: readonly (Bucket<V> | undefined)[];

  private constructor(buckets: readonly (Bucket<V> | undefined)[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>(new Array(BUCKETS).fill(undefined), 0);
  }

  get(key: string): V | undefined {
    return find(this.#buckets[bucketOf(key)], key)?.[1];
  }

  has(key: string): boolean {
    return find(this.#buckets[bucketOf(key)], key) !== undefined;
  }

  /** In no order. */
  keys(): readonly string[] {
    return this.#buckets.flatMap((bucket) => (bucket ?? []).map(([key]) => key));
  }

  /** Without some of its keys, then with other entries. Itself, if there are none of either. */
  with(entries: readonly Entry<V>[], without: readonly string[] = []): PersistentMap<V> {
    if (entries.length === 0 && without.length === 0) return this;
    const buckets = this.#buckets.slice();
    let { size } = this;
    for (const key of without) {
      const at = bucketOf(key);
      const bucket = buckets[at];
      if (find(bucket, key) === undefined) continue;
      size -= 1;
      buckets[at] = omit(bucket, key);
    }
    for (const entry of entries) {
      const at = bucketOf(entry[0]);
      const bucket = buckets[at];
      if (find(bucket, entry[0]) === undefined) size += 1;
      buckets[at] = [...omit(bucket, entry[0]), entry];
    }
    return new PersistentMap(buckets, size);
  }

  /** The keys that had another value, or none, in an earlier version, or have none now. */
  changedSince(earlier: PersistentMap<V>): readonly string[] {
    const changed = new Set<string>();
    for (let at = 0; at < BUCKETS; at += 1) {
      const is = this.#buckets[at];
      const was = earlier.#buckets[at];
      if (is === was) continue;
      for (const [key, value] of is ?? []) if (find(was, key)?.[1] !== value) changed.add(key);
      for (const [key] of was ?? []) if (find(is, key) === undefined) changed.add(key);
    }
    return [...changed];
  }
}

function find<V>(bucket: Bucket<V> | undefined, key: string): Entry<V> | undefined {
  if (bucket === undefined) return undefined;
  // A map of thousands is asked all the time: a loop takes a fraction of what a function for each entry does.
  for (let at = 0; at < bucket.length; at += 1) {
    const entry = bucket[at];
    if (entry !== undefined && entry[0] === key) return entry;
  }
  return undefined;
}

function omit<V>(bucket: Bucket<V> | undefined, key: string): Bucket<V> {
  return bucket?.filter(([each]) => each !== key) ?? [];
}

function bucketOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1)
    hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 12)) & (BUCKETS - 1);
}
