import { setTimeout as delay } from 'node:timers/promises';

export interface PollOptions {
  readonly timeoutMs: number;
  /** What is waited for, as it reads after "Waited 15 s in vain for ". */
  readonly what: string;
  /** Default: 40 ms. */
  readonly everyMs?: number;
}

/**
 * Repeats an attempt until it gives a truthy value, and gives that. An attempt that throws counts as not yet: the
 * document may just be replaced. An attempt that hangs doesn't outlive the time limit.
 * @throws {Error} when the time is over, with what the last attempt said.
 */
export async function poll<T>(
  attempt: () => Promise<T> | T,
  { timeoutMs, what, everyMs = 40 }: PollOptions,
): Promise<NonNullable<T>> {
  const end = performance.now() + timeoutMs;
  let lastError: unknown;
  do {
    try {
      const value = await within(attempt(), end - performance.now());
      if (value) return value;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await delay(everyMs);
  } while (performance.now() < end);
  const reason = lastError instanceof Error ? `: ${lastError.message}` : '';
  throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}${reason}`, { cause: lastError });
}

/** The promise's value, or a rejection once the time is over. */
export async function within<T>(promise: Promise<T> | T, timeoutMs: number): Promise<T> {
  const timer = new AbortController();
  const expiry = delay(timeoutMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`no answer within ${Math.round(timeoutMs)} ms`);
  });
  // Once the promise has won, the aborted timer rejects with nobody left to hear it.
  expiry.catch(() => undefined);
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    timer.abort();
  }
}
