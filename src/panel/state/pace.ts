/** Does something soon, but not now; or after that many milliseconds. */
export type Later = (task: () => void, afterMs?: number) => void;

/** A slice leaves most of a 16 ms frame to the browser. */
const SLICE_MS = 8;

/** Has small work done, never so much of it at once that the panel stalls. */
export interface Pace {
  /** There is work, to be done soon. */
  start(): void;
  /** There is work, and the first slice of it is done at once: for a little nobody needs to wait. */
  startNow(): void;
}

/**
 * @param step does a small piece of what there is to do; false if nothing is left then
 * @param after is called after each slice
 */
export function createPace(later: Later, step: () => boolean, after: () => void = () => undefined): Pace {
  let isScheduled = false;

  function slice(): void {
    const deadline = performance.now() + SLICE_MS;
    let isMore = step();
    while (isMore && performance.now() < deadline) isMore = step();
    if (isMore) schedule();
    after();
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    later(() => {
      isScheduled = false;
      slice();
    });
  }

  return { start: schedule, startNow: slice };
}
