import { MAX_SESSION_BYTES, PERSIST_INTERVAL_MS } from '../model/limits.ts';
import type { KeyValueStorage } from '../platform/session-storage.ts';

/** Whose key it is decides what may be given up when space runs out: only exchanges. */
export const EXCHANGE_KEY = 'x:';
export const TAB_KEY = 't:';
export const SALT_KEY = 'salt';
export const LISTENING_KEY = 'listening';

export interface PersistenceContext {
  readonly storage: KeyValueStorage;
  /** The current value of a key as text, or null if it is gone. Asked when it is written, so changes in between are free. */
  valueOf(key: string): string | null;
  /** Whether the key may be given up to save space (an exchange that has ended). */
  mayDrop(key: string): boolean;
  /** Told of keys that were given up. */
  onDropped(keys: readonly string[]): void;
  /** The storage refuses to take more, or takes it again. The recorder goes on in memory. */
  onProblem(isFull: boolean): void;
}

/** After a refusal the next attempts wait longer and longer, up to this. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps `storage.session` up to date with what is in memory. Each exchange is a key of its own that holds JSON text:
 * text is charged at its length, nested objects at several times that, and a big array would be written as a whole each time.
 * The first change is written at once, those that follow in batches.
 */
export class Persistence {
  readonly #context: PersistenceContext;
  /** Bytes; shrinks when the browser refuses. */
  #budget: number;
  readonly #dirty = new Set<string>();
  /** What is stored, oldest first. */
  readonly #sizes = new Map<string, number>();
  #total = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #pause = 0;
  #isFull = false;

  constructor(context: PersistenceContext, budget = MAX_SESSION_BYTES) {
    this.#context = context;
    this.#budget = budget;
  }

  /** Everything that was stored, and from now on what is there is accounted for. Rejects if it can't be read. */
  async load(): Promise<ReadonlyMap<string, string>> {
    const stored = new Map<string, string>();
    for (const [key, value] of Object.entries(await this.#context.storage.getAll())) {
      if (typeof value !== 'string') continue;
      stored.set(key, value);
      this.#account(key, value);
    }
    return stored;
  }

  /** Tells the age of what was loaded, oldest first: the storage has an order of its own. */
  setAges(keys: readonly string[]): void {
    for (const key of keys) {
      const size = this.#sizes.get(key);
      if (size === undefined) continue;
      this.#sizes.delete(key);
      this.#sizes.set(key, size);
    }
  }

  /** The value of this key has changed or is gone. */
  touch(key: string): void {
    this.#dirty.add(key);
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => void this.flush(), this.#pause);
    this.#pause = Math.max(this.#pause, PERSIST_INTERVAL_MS);
  }

  /** Writes what has changed. Never rejects. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const keys = [...this.#dirty];
    this.#dirty.clear();
    if (keys.length === 0) {
      this.#pause = 0;
      return;
    }
    const gone: string[] = [];
    const items: Record<string, string> = {};
    for (const key of keys) {
      const value = this.#context.valueOf(key);
      if (value === null) {
        if (this.#sizes.has(key)) gone.push(key);
      } else {
        items[key] = value;
      }
    }
    for (const key of gone) this.#account(key, null);
    for (const [key, value] of Object.entries(items)) this.#account(key, value);
    const dropped = this.#dropBeyond(this.#budget);
    for (const key of dropped) delete items[key];
    try {
      await this.#context.storage.remove([...gone, ...dropped]);
      await this.#context.storage.set(items);
      this.#report(false);
      this.#scheduleNext(PERSIST_INTERVAL_MS);
    } catch {
      await this.#makeRoom(Object.keys(items));
    }
  }

  /** The browser counts differently from us: from now on we keep half as much, and what was refused is tried again. */
  async #makeRoom(refused: readonly string[]): Promise<void> {
    this.#report(true);
    this.#budget = Math.floor(this.#total / 2);
    const dropped = new Set(this.#dropBeyond(this.#budget));
    for (const key of refused) if (!dropped.has(key)) this.#dirty.add(key);
    try {
      await this.#context.storage.remove([...dropped]);
    } catch {
      // Nothing can be done: what is in memory is still shown, and the problem is reported.
    }
    this.#scheduleNext(Math.min(Math.max(this.#pause, PERSIST_INTERVAL_MS) * 2, LONGEST_PAUSE_MS));
  }

  /** While there is more to write it follows after the pause; a write with nothing to do ends the batch. */
  #scheduleNext(pause: number): void {
    this.#pause = pause;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  #report(isFull: boolean): void {
    if (isFull === this.#isFull) return;
    this.#isFull = isFull;
    this.#context.onProblem(isFull);
  }

  #dropBeyond(budget: number): readonly string[] {
    const dropped: string[] = [];
    for (const key of this.#sizes.keys()) {
      if (this.#total <= budget) break;
      if (!this.#context.mayDrop(key)) continue;
      this.#account(key, null);
      dropped.push(key);
    }
    if (dropped.length > 0) this.#context.onDropped(dropped);
    return dropped;
  }

  #account(key: string, value: string | null): void {
    this.#total -= this.#sizes.get(key) ?? 0;
    if (value === null) {
      this.#sizes.delete(key);
      return;
    }
    const size = key.length + byteLength(value);
    this.#sizes.set(key, size);
    this.#total += size;
  }
}

/** An upper bound of the length as UTF-8 that costs no copy. Header values are ASCII but for rare exceptions. */
function byteLength(text: string): number {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : text.length * 3;
}
