import { RESUME_TIME_LIMIT_MS } from '../model/limits.ts';

/**
 * Requests that were pending when the background was stopped and have not been heard of since. Where it was killed in the
 * middle of traffic, the event that would have ended one may be lost, so silence says less than it does otherwise.
 */
export class Unheard {
  /** By id, since when nothing of it was heard: at first, since we listen again. Milliseconds since the epoch. */
  readonly #since = new Map<string, number>();

  add(id: string, since: number): void {
    this.#since.set(id, since);
  }

  has(id: string): boolean {
    return this.#since.has(id);
  }

  heardOf(id: string): void {
    this.#since.delete(id);
  }

  /**
   * Something was heard that is of this request or of another: of a preflight that was paired with it for now.
   *
   * @param at milliseconds since the epoch
   */
  perhapsHeardOf(id: string, at: number): void {
    const since = this.#since.get(id);
    if (since !== undefined) this.#since.set(id, Math.max(since, at));
  }

  /** Those that have been silent for too long. They leave with that. */
  givenUpAt(now: number): readonly string[] {
    const ids = [...this.#since].filter(([, since]) => now - since > RESUME_TIME_LIMIT_MS).map(([id]) => id);
    for (const id of ids) this.#since.delete(id);
    return ids;
  }
}
