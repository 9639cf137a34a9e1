/** The list's share of the width, in percent. */
export const SPLIT = { least: 25, usual: 42, most: 75, step: 2 } as const;

/** The nearest share that leaves both sides enough. */
export function withinSplit(percent: number): number {
  return Math.min(SPLIT.most, Math.max(SPLIT.least, percent));
}
