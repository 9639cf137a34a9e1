/** Where the keyboard stands in a list. */
export interface ListPlace {
  /** -1 if nowhere. */
  readonly index: number;
  readonly count: number;
  readonly perPage: number;
}

/** The row that a key leads to; null if the key is not one that moves, or there is nowhere to go. */
export function moveInList(key: string, { index, count, perPage }: ListPlace): number | null {
  if (count === 0) return null;
  const to = target(key, { index, count, perPage });
  return to === null ? null : Math.min(count - 1, Math.max(0, to));
}

function target(key: string, { index, count, perPage }: ListPlace): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + perPage;
    case 'PageUp':
      return index - perPage;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
