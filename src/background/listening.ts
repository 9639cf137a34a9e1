import { LISTENING_PAUSE_MS } from '../model/limits.ts';
import type { WebRequestListeners } from '../platform/web-request.ts';

/**
 * Whether requests are listened to, and since when: only then is it certain that nothing was missed.
 *
 * At rest they always are. A browser wakes a stopped background only for what it listened to when it was stopped, and
 * the page that is just opened in it may be one to record, so that its first request counts. Listening stops while
 * pages that nobody wants recorded make requests, and begins again before the browser may find us idle.
 */
export class Listening {
  readonly #listeners: WebRequestListeners;
  readonly #now: () => number;
  readonly #onChange: () => void;
  /** Milliseconds since the epoch; null during a pause. */
  #since: number | null;
  /** True until it is known. */
  #isNeeded = true;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** Puts the listeners on at once: what is not there when we are started gets nothing of what woke us. */
  constructor(listeners: WebRequestListeners, now: () => number, onChange: () => void) {
    this.#listeners = listeners;
    this.#now = now;
    this.#onChange = onChange;
    listeners.add();
    this.#since = now();
  }

  /** Whether some tab is recorded, or on its way to a page that is. */
  need(isNeeded: boolean): void {
    this.#isNeeded = isNeeded;
    if (isNeeded) this.#listen();
  }

  /** We were told of a request that nobody wants recorded. Others will follow it: they shall not pay for us. */
  overhear(): void {
    if (this.#isNeeded || this.#since === null) return;
    this.#listeners.remove();
    this.#since = null;
    this.#pause = setTimeout(() => this.#listen(), LISTENING_PAUSE_MS);
    this.#onChange();
  }

  /** Registers them anew, for what the browser only looks at when they are registered. */
  refresh(): void {
    if (this.#since === null) return;
    this.#listeners.remove();
    this.#listeners.add();
  }

  /** Whether every request has been listened to, without a break, since that time. */
  isOnSince(at: number): boolean {
    return this.#since !== null && this.#since <= at;
  }

  /** As text, for the next start. */
  stored(): string {
    return this.#since === null ? 'off' : String(this.#since);
  }

  /** While we were stopped, the listeners that were on woke us for every event: they have been on all the time. */
  restore(stored: string | undefined): void {
    const since = Number(stored ?? Number.NaN);
    if (Number.isFinite(since)) this.#since = since;
    if (stored !== this.stored()) this.#onChange();
  }

  #listen(): void {
    if (this.#since !== null) return;
    clearTimeout(this.#pause);
    this.#listeners.add();
    this.#since = this.#now();
    this.#onChange();
  }
}
