import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { strings } from '../strings.ts';
import type { KindCounts } from '../view-models/row.ts';
import type { Later } from './slices.ts';

/** Requests fail together: one sentence tells of all of them. */
const GATHER_MS = 1_000;

/** Who listens has something else to hear, too. */
const REST_MS = 5_000;

/**
 * What a screen reader is to say while the list changes by itself: how many requests are blocked and failed by now, at
 * most every few seconds, and nothing while that stays the same.
 *
 * @param counts of all rows
 */
export function createAnnouncer(counts: ReadonlySignal<KindCounts>, later: Later): ReadonlySignal<string> {
  const said = signal('');
  let saidAt = Number.NEGATIVE_INFINITY;
  let isPlanned = false;

  function say(): void {
    isPlanned = false;
    saidAt = performance.now();
    said.value = strings.announcement(counts.peek());
  }

  effect(() => {
    const news = strings.announcement(counts.value);
    if (isPlanned || news === said.peek()) return;
    isPlanned = true;
    later(say, Math.max(GATHER_MS, saidAt + REST_MS - performance.now()));
  });
  return said;
}
