import type { PanelPort } from '../platform/panel-ports.ts';

/** Everything that happens before our state has been read waits here, in order. */
export class StartupQueue {
  #waiting: (() => void)[] | null = [];

  /** Runs it now, or when the queue is opened. */
  run(what: () => void): void {
    if (this.#waiting === null) what();
    else this.#waiting.push(what);
  }

  /** Runs what has waited; from now on nothing waits. What fails is reported, and takes nothing else with it. */
  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const each of waiting) {
      try {
        each();
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
