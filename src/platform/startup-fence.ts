import { browser } from './browser.ts';
import { engine } from './web-request.ts';

/** In `storage.session`: when the background was last started, in milliseconds since the epoch. */
const KEY = 'started';

/**
 * Longer than the change of our storage takes to come to us, in milliseconds: of 178 starts on a busy machine, half took
 * less than 16 ms, and none more than 103.
 */
const LIMIT_MS = 250;

/**
 * Called when we have just been started and have registered every listener: resolves when the browser has told what it
 * started us for.
 *
 * Chromium tells a background that it has just started of what happens then at once. What it was started for, and what
 * happened until it listened, waits in one queue (`ServiceWorkerTaskQueue`) until the browser takes the background for
 * started, some milliseconds later or many. A change of our own storage, which we are told of, too, lines up at the end
 * of that queue; once it is here, so is all that was before it. Firefox tells in order.
 */
export function untilTold(): Promise<void> {
  if (engine !== 'chromium') return Promise.resolve();
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
    const limit = setTimeout(pass, LIMIT_MS);
    session.onChanged.addListener(onChanged);
    session.set({ [KEY]: startedAt }).catch(() => {});
  });
}
