/**
 * Work in small steps, each well below a millisecond: whoever has it done may pause after any of them, or give up. What
 * comes out is the same whatever the pauses. What is yielded tells how far it is.
 */
export type Steps<T, Progress = undefined> = Generator<Progress, T>;

/** Does it all at once. */
export function finish<T>(steps: Steps<T, unknown>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same work, which tells something else of how far it is. */
export function* telling<T, From, To>(steps: Steps<T, From>, tell: (progress: From) => To): Steps<T, To> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield tell(step.value);
  }
}
