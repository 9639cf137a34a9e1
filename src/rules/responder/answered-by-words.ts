/** Under which "rule" the words about who answered stand. */
export const ANSWERED_BY = 'answered-by';

/** The words about who gave an answer. */
export const ANSWERED_BY_WORDS = {
  made: 'This {status} comes from {name}, not from your application.',
  'made-likely': 'This {status} probably comes from {name}, not from your application behind it.',
  'made-by-storage': 'This {status} comes from {name}.',
  'made-by-storage-likely': 'This {status} probably comes from {name}.',
  passed: 'The response came through {names}.',
  answered: '{name}.',
  'answered-through': '{name}, through {names}.',
} as const satisfies Readonly<Record<string, string>>;
