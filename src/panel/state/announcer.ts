import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { factsInLine } from '../language/formats.ts';
import { strings } from '../strings.ts';
import type { Situation } from '../view-models/notices.ts';
import type { KindCounts } from '../view-models/row.ts';
import type { Later } from './pace.ts';

/** Requests fail together: one sentence tells of all of them. */
const GATHER_MS = 1_000;

/** Who listens has something else to hear, too. */
const REST_MS = 5_000;

export interface AnnouncerContext {
  /** Of all rows. */
  readonly counts: ReadonlySignal<KindCounts>;
  readonly connection: ReadonlySignal<Situation['connection']>;
}

/**
 * What a screen reader is to say while the panel changes by itself: how many requests are blocked and failed by now, at
 * most every few seconds, and nothing while that stays the same; and that a connection which was lost is back, since the
 * notice of its loss goes without a word.
 */
export function createAnnouncer(
  { counts, connection }: AnnouncerContext,
  later: Later,
): ReadonlySignal<string> {
  const said = signal('');
  let told = '';
  let isLost = false;
  let saidAt = Number.NEGATIVE_INFINITY;
  let isPlanned = false;

  function say(): void {
    isPlanned = false;
    saidAt = performance.now();
    told = wordsOf(counts.peek());
    said.value = told;
  }

  effect(() => {
    const news = wordsOf(counts.value);
    if (isPlanned || news === told) return;
    isPlanned = true;
    later(say, Math.max(GATHER_MS, saidAt + REST_MS - performance.now()));
  });
  effect(() => {
    const now = connection.value;
    // Only what changes is said: the words must be gone before they can come again.
    if (now === 'lost') said.value = '';
    else if (now === 'live' && isLost) {
      saidAt = performance.now();
      said.value = strings.notices.back;
    }
    isLost = now === 'lost';
  });
  return said;
}

function wordsOf(counts: KindCounts): string {
  const failures = (['blocked', 'failed'] as const).filter((kind) => counts[kind] > 0);
  return factsInLine(failures.map((kind) => strings.kindCounts[kind]({ count: counts[kind] })));
}
