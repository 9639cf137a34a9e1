import { browser } from './browser.ts';
import { engine } from './web-request.ts';

/** In `storage.session`: when the background was last started, in milliseconds since the epoch. */
const KEY = 'started';

/**
 * Longer than the change of our storage takes to come to us, in milliseconds: of 178 starts on a busy machine, half took
 * less than 16 ms, and none more than 103 in Chromium; in Firefox one in a hundred takes half a second.
 */
const CHANGE_LIMIT_MS = 1_000;

/** Longer than Firefox gathers the events of webRequest before it sends them: until it is idle, but no more than 250 ms. */
const BATCH_LIMIT_MS = 350;

/**
 * Tells a background that has just been started when the browser has told what it was started for. That comes in an order
 * of its own, and after what came later:
 *
 * - Chromium tells a background that it has just started of what happens then at once. What it was started for, and what
 *   happened until it listened, waits in one queue (`ServiceWorkerTaskQueue`) until the browser takes the background for
 *   started, some milliseconds later or many. A change of our own storage, which we are told of, too, lines up at the
 *   end of that queue; once it is here, so is all that was before it.
 * - Firefox keeps what happens before a background listens by listener, and hands it over as each is registered: all that
 *   the first was registered for, then all of the next, whenever it happened. A change of our own storage lines up behind
 *   that. But events of webRequest are sent in batches (`ConduitsParent.batch`), which everything else overtakes: they are
 *   in the batch after it, or there are none.
 */
export class StartupFence {
  #onHeard: (() => void) | null = null;

  /** To be called with every event of webRequest. */
  heard(): void {
    this.#onHeard?.();
  }

  /** To be called as soon as every listener is registered. Never rejects. */
  async untilTold(): Promise<void> {
    await untilOwnChange();
    if (engine === 'firefox') await this.#untilBatch();
  }

  #untilBatch(): Promise<void> {
    return new Promise((resolve) => {
      const pass = (): void => {
        this.#onHeard = null;
        clearTimeout(limit);
        resolve();
      };
      const limit = setTimeout(pass, BATCH_LIMIT_MS);
      // A batch is told in one go: a task of ours comes after its last event.
      this.#onHeard = () => setTimeout(pass);
    });
  }
}

function untilOwnChange(): Promise<void> {
  const { session } = browser.storage;
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const pass = (): void => {
      clearTimeout(limit);
      // From now on each of our writes would be sent back to us.
      session.onChanged.removeListener(onChanged);
      resolve();
    };
    const onChanged = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>): void => {
      // One that was killed before it was told may have left its own change in the queue.
      if (changes[KEY]?.newValue === startedAt) pass();
    };
    // The storage may be full.
    const limit = setTimeout(pass, CHANGE_LIMIT_MS);
    session.onChanged.addListener(onChanged);
    session.set({ [KEY]: startedAt }).catch(() => {});
  });
}
