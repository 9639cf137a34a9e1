/** Does something soon, but not now. */
export type Later = (task: () => void, afterMs?: number) => void;

/** A slice leaves most of a 16 ms frame to the browser. */
const SLICE_MS = 8;

/** Work that is done job by job, never so many at once that the panel stalls. */
export interface Slices<T> {
  /** These jobs from now on, in place of those that are left. */
  start(jobs: readonly T[]): void;
  /** The same, and the first slice of them at once: for a few jobs nobody needs to wait. */
  startNow(jobs: readonly T[]): void;
  /** How many are left. */
  left(): number;
  /** Those that are left. */
  rest(): readonly T[];
}

/**
 * @param work does one job
 * @param after is called after each slice
 */
export function createSlices<T>(later: Later, work: (job: T) => void, after: () => void): Slices<T> {
  let queue: readonly T[] = [];
  let next = 0;
  let scheduled = false;

  function slice(): void {
    const deadline = performance.now() + SLICE_MS;
    while (next < queue.length && performance.now() < deadline) {
      const job = queue[next];
      next += 1;
      if (job !== undefined) work(job);
    }
    schedule();
    after();
  }

  function schedule(): void {
    if (scheduled || next >= queue.length) return;
    scheduled = true;
    later(() => {
      scheduled = false;
      if (next < queue.length) slice();
    });
  }

  function replace(jobs: readonly T[]): void {
    queue = jobs;
    next = 0;
  }

  return {
    start: (jobs) => {
      replace(jobs);
      schedule();
    },
    startNow: (jobs) => {
      replace(jobs);
      if (jobs.length > 0) slice();
    },
    left: () => queue.length - next,
    rest: () => queue.slice(next),
  };
}
