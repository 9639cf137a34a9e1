/** Milliseconds for each of the tasks, per call. */
export type Times = readonly number[];

const ROUNDS = 15;
const ROUND_MS = 12;

/**
 * Times several functions against each other: many short rounds, interleaved, so that whatever else the machine does
 * hits all of them; the median round counts.
 *
 * @returns milliseconds per call, in the order of the functions
 */
export function measureInterleaved(tasks: readonly (() => unknown)[]): Times {
  const repeats = tasks.map(repeatsFor);
  const rounds: number[][] = tasks.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    tasks.forEach((task, at) => {
      rounds[at]?.push(time(task, repeats[at] ?? 1));
    });
  }
  return rounds.map(median);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How often to call it for a round of about ROUND_MS; calling it that often also warms it up. */
function repeatsFor(task: () => unknown): number {
  let repeats = 1;
  while (time(task, repeats) * repeats < ROUND_MS) repeats *= 2;
  return repeats;
}

let sink: unknown;

function time(task: () => unknown, repeats: number): number {
  const started = performance.now();
  // Keeping the result keeps the compiler from leaving the work out.
  for (let at = 0; at < repeats; at++) sink = task();
  return (performance.now() - started) / repeats;
}

/** Never read for its value. */
export const lastResult = (): unknown => sink;
