/** What waits to be done, each once: what is preferred goes first, the rest in the order in which it came. */
export class WaitingList<T> {
  readonly #waiting = new Set<T>();
  /** One for as long as possible: a new one would have to pass all that was taken. */
  #rest = this.#waiting.values();
  /** The last goes first. */
  #preferred: T[] = [];

  get size(): number {
    return this.#waiting.size;
  }

  add(item: T): void {
    this.#waiting.add(item);
  }

  delete(item: T): void {
    this.#waiting.delete(item);
  }

  /** These go first from now on, and no others; what doesn't wait is none of them. */
  prefer(items: readonly T[]): void {
    this.#preferred = items.toReversed();
  }

  /** The next; undefined if nothing waits. */
  take(): T | undefined {
    for (let item = this.#preferred.pop(); item !== undefined; item = this.#preferred.pop()) {
      if (this.#waiting.delete(item)) return item;
    }
    let next = this.#rest.next();
    // It ended when everything had been taken; more may have come.
    if (next.done === true) {
      this.#rest = this.#waiting.values();
      next = this.#rest.next();
    }
    if (next.done === true) return undefined;
    this.#waiting.delete(next.value);
    return next.value;
  }
}
