import { MAX_IGNORED } from '../model/limits.ts';
import type { RawEvent } from './raw-event.ts';

/** Ids of requests and preflights of which nothing more is wanted, each with the time up to which that holds. */
export class EndedRequests {
  readonly #until = new Map<string, number>();

  /** @param until milliseconds since the epoch; `Infinity` if nothing of it is ever wanted again */
  add(id: string, until: number): void {
    this.#until.delete(id);
    this.#until.set(id, until);
    const [oldest] = this.#until.keys();
    if (this.#until.size > MAX_IGNORED && oldest !== undefined) this.#until.delete(oldest);
  }

  /** Those of which nothing is ever wanted again. */
  forGood(): readonly string[] {
    return [...this.#until].filter(([, until]) => until === Number.POSITIVE_INFINITY).map(([id]) => id);
  }

  /**
   * Whether an event was told before, or is of no interest. A later beginning is not: that of a new request, of which
   * only the headers may be looked at (a preflight to the page's own origin).
   */
  includes({ requestId, kind, at }: RawEvent): boolean {
    const until = this.#until.get(requestId);
    if (until === undefined) return false;
    if (at <= until || (kind !== 'before-request' && kind !== 'send-headers')) return true;
    this.#until.delete(requestId);
    return false;
  }
}
