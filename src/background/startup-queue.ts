import type { PanelPort } from '../platform/panel-ports.ts';

/**
 * Everything that happens before our state has been read waits here. It is taken in the order in which it happened:
 * Chromium tells a background that it has just started of what happens then before what it was started for.
 */
export class StartupQueue {
  #waiting: { readonly what: () => void; readonly at: number }[] | null = [];

  /**
   * Runs it now, or when the queue is opened.
   *
   * @param at when it happened, in milliseconds since the epoch; left out, it comes after all that did
   */
  run(what: () => void, at = Number.POSITIVE_INFINITY): void {
    if (this.#waiting === null) what();
    else this.#waiting.push({ what, at });
  }

  /** Runs what has waited; from now on nothing waits. What fails is reported, and takes nothing else with it. */
  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const { what } of waiting.sort((a, b) => compare(a.at, b.at))) {
      try {
        what();
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
      }
    }
  }

  /** Hands a panel's port over when the queue is open, with what it said meanwhile; not at all if it is gone by then. */
  runWithPort(port: PanelPort, connect: (port: PanelPort) => void): void {
    const early: unknown[] = [];
    let onMessage = (message: unknown): void => void early.push(message);
    let onDisconnect: (() => void) | null = null;
    let isGone = false;
    port.onMessage((message) => onMessage(message));
    port.onDisconnect(() => {
      isGone = true;
      onDisconnect?.();
    });
    this.run(() => {
      if (isGone) return;
      connect({
        post: (message) => port.post(message),
        onMessage: (listener) => {
          onMessage = listener;
        },
        onDisconnect: (listener) => {
          onDisconnect = listener;
        },
      });
      for (const message of early) onMessage(message);
    });
  }
}

/** Not by subtraction: two that have no time are equal. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
