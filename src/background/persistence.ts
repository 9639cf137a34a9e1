import {
  MAX_PERSIST_PAUSE_MS,
  MAX_SESSION_BYTES,
  MIN_PERSIST_INTERVAL_MS,
  MIN_SESSION_BYTES,
  PERSIST_INTERVAL_MS,
  PERSIST_SHARE,
} from '../model/limits.ts';
import type { KeyValueStorage } from '../platform/session-storage.ts';

/** Whose key it is decides what is given up first when space runs out: ended exchanges, then running ones, then tabs. */
export const EXCHANGE_KEY = 'x:';
export const TAB_KEY = 't:';
export const SALT_KEY = 'salt';
export const LISTENING_KEY = 'listening';
export const FORGOTTEN_KEY = 'forgotten';

export interface PersistenceContext {
  readonly storage: KeyValueStorage;
  /** The current value of a key as text, or null if it is gone. Asked when it is written, so changes in between are free. */
  valueOf(key: string): string | null;
  /** Whether the exchange of this key has not ended. */
  isRunning(key: string): boolean;
  /** Told of exchanges' keys that were given up: they stay in memory and are not written any more. */
  onGivenUp(keys: readonly string[]): void;
  /** The storage refuses to take more, or takes it again. The recorder goes on in memory. */
  onProblem(isFull: boolean): void;
}

/**
 * Keeps `storage.session` up to date with what is in memory. Each exchange is a key of its own that holds JSON text:
 * text is charged at its length, nested objects at several times that, and a big array would be written as a whole each time.
 * The first change is written at once, those that follow in batches.
 */
export class Persistence {
  readonly #context: PersistenceContext;
  /** Bytes; shrinks when the browser refuses. */
  #budget: number;
  readonly #least: number;
  readonly #dirty = new Set<string>();
  /** What is stored, oldest first. */
  readonly #sizes = new Map<string, number>();
  #total = 0;
  /** Exchanges that are in memory only. */
  readonly #givenUp = new Set<string>();
  /** What is still stored and should not be. */
  readonly #unwanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #pause = 0;
  #isFull = false;

  /** @param least the budget never shrinks below that; both in bytes */
  constructor(context: PersistenceContext, budget = MAX_SESSION_BYTES, least = MIN_SESSION_BYTES) {
    this.#context = context;
    this.#budget = budget;
    this.#least = least;
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

  /** Whether it was given up to save space, and is in memory only. */
  hasGivenUp(key: string): boolean {
    return this.#givenUp.has(key);
  }

  /** The value of this key has changed or is gone. */
  touch(key: string): void {
    this.#dirty.add(key);
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => void this.flush(), this.#pause);
    this.#pause = Math.max(this.#pause, MIN_PERSIST_INTERVAL_MS);
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
    if (keys.length === 0 && this.#unwanted.size === 0) {
      this.#pause = 0;
      return;
    }
    const items = this.#collect(keys);
    this.#giveUpBeyond(this.#budget);
    for (const key of Object.keys(items)) if (!this.#sizes.has(key)) delete items[key];
    try {
      const start = performance.now();
      await this.#removeUnwanted();
      if (Object.keys(items).length > 0) {
        await this.#context.storage.set(items);
        this.#report(false);
      }
      this.#scheduleNext(pauseAfter(performance.now() - start));
    } catch {
      await this.#makeRoom(Object.keys(items));
    }
  }

  /** The values to be written, all accounted for. */
  #collect(keys: readonly string[]): Record<string, string> {
    const items: Record<string, string> = {};
    for (const key of keys) {
      const value = this.#context.valueOf(key);
      if (value === null) {
        this.#givenUp.delete(key);
        this.#discard(key);
      } else if (!this.#givenUp.has(key)) {
        items[key] = value;
        this.#unwanted.delete(key);
        this.#account(key, value);
      }
    }
    return items;
  }

  /** The browser counts differently from us: from now on we keep half as much, and what was refused is tried again. */
  async #makeRoom(refused: readonly string[]): Promise<void> {
    this.#report(true);
    this.#budget = Math.max(this.#least, Math.floor(Math.min(this.#budget, this.#total) / 2));
    this.#giveUpBeyond(this.#budget);
    for (const key of refused) if (this.#sizes.has(key)) this.#dirty.add(key);
    await this.#removeUnwanted().catch(() => {
      // It is tried again: what is in memory is still shown, and the problem is reported.
    });
    this.#scheduleNext(Math.min(Math.max(this.#pause, PERSIST_INTERVAL_MS) * 2, MAX_PERSIST_PAUSE_MS));
  }

  async #removeUnwanted(): Promise<void> {
    const keys = [...this.#unwanted];
    if (keys.length === 0) return;
    await this.#context.storage.remove(keys);
    for (const key of keys) this.#unwanted.delete(key);
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

  #giveUpBeyond(budget: number): void {
    const isExchange = (key: string): boolean => key.startsWith(EXCHANGE_KEY);
    const isEnded = (key: string): boolean => isExchange(key) && !this.#context.isRunning(key);
    const exchanges = [isEnded, isExchange].flatMap((may) => this.#giveUp(budget, may));
    for (const key of exchanges) this.#givenUp.add(key);
    if (exchanges.length > 0) this.#context.onGivenUp(exchanges);
    this.#giveUp(budget, (key) => key.startsWith(TAB_KEY));
  }

  /** The oldest first, until what is left is within the budget. */
  #giveUp(budget: number, may: (key: string) => boolean): readonly string[] {
    const keys: string[] = [];
    for (const key of this.#sizes.keys()) {
      if (this.#total <= budget) break;
      if (!may(key)) continue;
      this.#discard(key);
      keys.push(key);
    }
    return keys;
  }

  #discard(key: string): void {
    if (!this.#sizes.has(key)) return;
    this.#account(key, null);
    this.#unwanted.add(key);
  }

  #account(key: string, value: string | null): void {
    this.#total -= this.#sizes.get(key) ?? 0;
    if (value === null) {
      this.#sizes.delete(key);
      return;
    }
    const size = KEY_BYTES + key.length + byteLength(value);
    this.#sizes.set(key, size);
    this.#total += size;
  }
}

/** @param took how long the write took, in ms: longer on a busy machine, which is then left alone for longer */
function pauseAfter(took: number): number {
  return Math.min(Math.max(took / PERSIST_SHARE, MIN_PERSIST_INTERVAL_MS), PERSIST_INTERVAL_MS);
}

/** What the browser adds for each key: 4 bytes in Chromium, 20 to 34 in Firefox (measured). */
const KEY_BYTES = 40;

/** An upper bound of the length as UTF-8 that costs no copy. Header values are ASCII but for rare exceptions. */
function byteLength(text: string): number {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : text.length * 3;
}
