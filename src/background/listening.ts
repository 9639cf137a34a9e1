import type { RecordingListeners } from '../platform/web-request.ts';

/** Whether every request is listened to, and since when: only then is it certain that nothing was missed. */
export class Listening {
  readonly #listeners: RecordingListeners;
  readonly #now: () => number;
  readonly #onChange: () => void;
  /** Milliseconds since the epoch; null while only requests to local servers are listened to. */
  #since: number | null;

  /**
   * Puts the listeners on at once: what is not there when we are started, the browser does not wake us for. Both widths,
   * until it is known which is needed: an event that waits for us was told to the one that was on when we were stopped.
   */
  constructor(listeners: RecordingListeners, now: () => number, onChange: () => void) {
    this.#listeners = listeners;
    this.#now = now;
    this.#onChange = onChange;
    listeners.everything.add();
    listeners.local.add();
    this.#since = now();
  }

  widen(): void {
    this.#listeners.local.remove();
    if (this.#since !== null) return;
    this.#listeners.everything.add();
    this.#since = this.#now();
    this.#onChange();
  }

  narrow(): void {
    if (this.#since === null) return;
    this.#listeners.everything.remove();
    this.#listeners.local.add();
    this.#since = null;
    this.#onChange();
  }

  /** Registers them anew, for what the browser only looks at when they are registered. */
  refresh(): void {
    const { everything, local } = this.#listeners;
    const current = this.#since === null ? local : everything;
    current.remove();
    current.add();
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
}
