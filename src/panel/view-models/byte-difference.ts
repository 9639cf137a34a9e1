/** A stretch of two values: what both have, or what each has where they part. One of the two may be empty there. */
export type Stretch =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'differs'; readonly one: string; readonly other: string };

/**
 * Two values side by side: what is the same, and where they part. The stretches of each value, put together, are the
 * value again; values that are the same have none that differs. Words (runs of letters, digits, `-` and `_`) are lined up
 * first, then what words that are nearly the same don't have in common.
 */
export function differencesOf(one: string, other: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { own, others } of lineUp(wordsOf(one), wordsOf(other))) {
    for (const stretch of own === others ? [same(own)] : refine(own, others)) append(stretches, stretch);
  }
  return stretches;
}

/** Longer values are compared from both ends only: a table of all pairs of their words would take its time. */
const MOST_PAIRS = 40_000;

/** Words, and each other character on its own. */
function wordsOf(value: string): readonly string[] {
  return value.match(/[\p{L}\p{M}\p{N}_-]+|./gsu) ?? [];
}

interface Pair {
  readonly own: string;
  readonly others: string;
}

/** Words in order, equal ones in pairs; what is between them, too, with nothing in common. */
function lineUp(own: readonly string[], others: readonly string[]): readonly Pair[] {
  const shorter = Math.min(own.length, others.length);
  let start = 0;
  while (start < shorter && own[start] === others[start]) start += 1;
  let end = 0;
  while (end < shorter - start && own.at(-1 - end) === others.at(-1 - end)) end += 1;
  const pair = (words: readonly string[]): Pair[] => words.map((word) => ({ own: word, others: word }));
  return [
    ...pair(own.slice(0, start)),
    ...lineUpMiddle(own.slice(start, own.length - end), others.slice(start, others.length - end)),
    ...pair(own.slice(own.length - end)),
  ];
}

function lineUpMiddle(own: readonly string[], others: readonly string[]): readonly Pair[] {
  if (own.length * others.length > MOST_PAIRS) return [{ own: own.join(''), others: others.join('') }];
  const pairs: Pair[] = [];
  let [ownFrom, othersFrom] = [0, 0];
  for (const [ownAt, othersAt] of [...commonWords(own, others), [own.length, others.length] as const]) {
    pairs.push({
      own: own.slice(ownFrom, ownAt).join(''),
      others: others.slice(othersFrom, othersAt).join(''),
    });
    const word = own[ownAt];
    if (word !== undefined) pairs.push({ own: word, others: word });
    [ownFrom, othersFrom] = [ownAt + 1, othersAt + 1];
  }
  return pairs;
}

/** Where the longest common subsequence has its words in both lists. */
function commonWords(
  own: readonly string[],
  others: readonly string[],
): readonly (readonly [number, number])[] {
  const columns = others.length + 1;
  const lengths = new Uint16Array((own.length + 1) * columns);
  const lengthAt = (row: number, column: number) => lengths[row * columns + column] ?? 0;
  for (let row = own.length - 1; row >= 0; row -= 1) {
    for (let column = others.length - 1; column >= 0; column -= 1) {
      lengths[row * columns + column] =
        own[row] === others[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const found: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < own.length && column < others.length) {
    if (own[row] === others[column]) {
      found.push([row, column]);
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

/** Longer words are compared from both ends only: thousands of marks tell nobody anything. */
const MOST_PLACES = 100;

/** Of words that have at least half of themselves in common, only the rest differs. */
function refine(own: string, others: string): readonly Stretch[] {
  const [mine, theirs] = [[...own], [...others]];
  const canPair = mine.length === theirs.length && mine.length <= MOST_PLACES;
  const parts = canPair ? byPlace(mine, theirs) : fromBothEnds(mine, theirs);
  const common = parts.reduce((sum, part) => sum + (part.kind === 'same' ? [...part.text].length : 0), 0);
  const isAlike = 2 * common >= Math.max(mine.length, theirs.length);
  return isAlike ? parts : [{ kind: 'differs', one: own, other: others }];
}

function byPlace(mine: readonly string[], theirs: readonly string[]): readonly Stretch[] {
  return mine.map((one, index) => {
    const other = theirs[index] ?? '';
    return one === other ? same(one) : { kind: 'differs', one, other };
  });
}

function fromBothEnds(mine: readonly string[], theirs: readonly string[]): readonly Stretch[] {
  const shorter = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < shorter && mine[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < shorter - start && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const between = (characters: readonly string[]) =>
    characters.slice(start, characters.length - end).join('');
  return [
    same(mine.slice(0, start).join('')),
    { kind: 'differs', one: between(mine), other: between(theirs) },
    same(mine.slice(mine.length - end).join('')),
  ];
}

function same(text: string): Stretch {
  return { kind: 'same', text };
}

/** Neighbours of one kind are one stretch, and an empty one is none. */
function append(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (next.kind === 'same') {
    if (next.text === '') return;
    if (last?.kind === 'same') stretches.splice(-1, 1, same(last.text + next.text));
    else stretches.push(next);
    return;
  }
  if (next.one === '' && next.other === '') return;
  if (last?.kind === 'differs') {
    stretches.splice(-1, 1, { kind: 'differs', one: last.one + next.one, other: last.other + next.other });
  } else stretches.push(next);
}
