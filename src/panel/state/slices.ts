import type { Steps } from '../../model/steps.ts';
import { createPace, type Later } from './pace.ts';

/** Jobs that are done one after the other, never so many at once that the panel stalls. */
export interface Slices<T> {
  /** These jobs from now on, in place of those that are left. */
  start(jobs: readonly T[]): void;
  /** How many are left. */
  left(): number;
}

/**
 * @param work does one job; what takes long, in steps
 * @param after is called after each slice
 */
export function createSlices<T>(
  later: Later,
  work: (job: T) => Steps<void> | void,
  after: () => void,
): Slices<T> {
  let queue: readonly T[] = [];
  let next = 0;
  let steps: Steps<void> | null = null;
  const pace = createPace(later, step, after);

  function step(): boolean {
    if (steps !== null) {
      if (steps.next().done === true) steps = null;
    } else {
      const job = queue[next];
      next += 1;
      if (job !== undefined) steps = work(job) ?? null;
    }
    return left() > 0;
  }

  function left(): number {
    return Math.max(0, queue.length - next) + (steps === null ? 0 : 1);
  }

  return {
    start: (jobs) => {
      queue = jobs;
      next = 0;
      steps = null;
      if (jobs.length > 0) pace.start();
    },
    left,
  };
}
