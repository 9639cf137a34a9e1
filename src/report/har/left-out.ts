/** Why entries of a HAR are not among the exchanges. */
export type LeftOutReason =
  /** It has no place among requests that CORS is about: the page may read it anyway. */
  | 'same-origin'
  /** A page or frame that is loaded, which CORS has no part in. */
  | 'navigation'
  | 'websocket'
  /** `data:`, `blob:`, an extension's own: there is no server. */
  | 'not-http'
  /** A service worker answered. What it asked for itself is another entry. */
  | 'service-worker'
  /** Nothing tells which origin asked: neither Origin nor Referer, nor a page. */
  | 'no-initiator'
  /** It isn't an entry as HAR has them. */
  | 'unreadable'
  /** There are more than are read. */
  | 'too-many';

export interface LeftOut {
  readonly reason: LeftOutReason;
  /** Entries of the HAR; never 0. */
  readonly count: number;
}

/** Counts what is left out, by reason. */
export class LeftOutCount {
  readonly #counts = new Map<LeftOutReason, number>();

  add(reason: LeftOutReason, count = 1): void {
    if (count > 0) this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }

  /** The reason with the most first. */
  list(): readonly LeftOut[] {
    return [...this.#counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((one, other) => other.count - one.count);
  }
}
