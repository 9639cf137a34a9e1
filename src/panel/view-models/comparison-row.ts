import { makeVisible } from '../../report/visible-text.ts';
import { differencesOf, type Stretch } from './byte-difference.ts';
import { cut } from './text.ts';

/** One of two values that were compared, with what the other lacks marked. */
export interface ComparisonRowVM {
  readonly label: string;
  /** Empty for an empty value. */
  readonly pieces: readonly PieceVM[];
}

export interface PieceVM {
  /** As it was. The pieces of a row, put together, are its value. */
  readonly text: string;
  /** The same with invisible characters shown, and cut if it is very long. */
  readonly shown: string;
  readonly differs: boolean;
  /** How many characters more the other row has here: room that is left, so that what follows stays lined up. */
  readonly gap: number;
}

export type Labelled = readonly [label: string, value: string];

/** Two values with the characters marked that they don't have in common. */
export function characterRows(one: Labelled, other: Labelled): readonly [ComparisonRowVM, ComparisonRowVM] {
  const stretches = differencesOf(one[1], other[1]);
  return [
    { label: one[0], pieces: piecesOf(stretches, 'one', 'other') },
    { label: other[0], pieces: piecesOf(stretches, 'other', 'one') },
  ];
}

function piecesOf(stretches: readonly Stretch[], own: 'one' | 'other', others: 'one' | 'other'): PieceVM[] {
  return stretches.map((stretch, index) => {
    if (stretch.kind === 'same') return piece(stretch.text);
    const text = stretch[own];
    const isLast = index === stretches.length - 1;
    // Behind the last one there is nothing to line up, but an empty one has to be seen.
    return piece(
      text,
      true,
      isLast && text !== '' ? 0 : Math.max(0, widthOf(stretch[others]) - widthOf(text)),
    );
  });
}

/** The items of a list, those marked that the other list lacks. */
export function listRow(
  label: string,
  items: readonly string[],
  marked: ReadonlySet<string>,
): ComparisonRowVM {
  const pieces = items.flatMap((item, index) => {
    const own = piece(item, marked.has(item));
    return index === 0 ? [own] : [piece(', '), own];
  });
  return { label, pieces: shortened(pieces) };
}

/** The first pieces of a list, and one for all others. */
function shortened(pieces: readonly PieceVM[]): readonly PieceVM[] {
  if (pieces.length <= MOST_PIECES) return pieces;
  const others = pieces.slice(MOST_PIECES);
  const text = others.map((each) => each.text).join('');
  const differs = others.some((each) => each.differs);
  return [...pieces.slice(0, MOST_PIECES), { text, shown: '…', differs, gap: 0 }];
}

/** Twice as many as the longest list that a server needs has names: a name and a comma each. */
const MOST_PIECES = 200;

function piece(text: string, differs = false, gap = 0): PieceVM {
  const visible = makeVisible(text);
  // Between words a space is seen for what it is; where it is what differs, it isn't.
  return { text, shown: cutMiddle(differs ? visible.replaceAll(' ', SPACE) : visible), differs, gap };
}

const SPACE = '\u2423';
/** Of one piece: the rest is in the headers below. */
const MOST_CHARACTERS = 160;
/** A wider gap would fill the line. */
const WIDEST_GAP = 12;

function cutMiddle(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const end = text.slice(-MOST_CHARACTERS / 2).replace(/^[\udc00-\udfff]/, '');
  return `${cut(text, MOST_CHARACTERS / 2)}${end}`;
}

function widthOf(text: string): number {
  return Math.min(WIDEST_GAP, [...makeVisible(text)].length);
}

/** Several values, of which only the one that was asked for, and only once, should be there. */
export function severalRow(label: string, value: string, origin: string): ComparisonRowVM {
  let wanted: string | null = origin;
  const pieces = value.split(',').flatMap((item, index) => {
    const text = item.trimStart();
    const space = piece((index === 0 ? '' : ',') + item.slice(0, item.length - text.length));
    const isWanted = text.trimEnd() === wanted;
    if (isWanted) wanted = null;
    return [space, piece(text, !isWanted && text !== '')];
  });
  return { label, pieces: shortened(pieces.filter(({ text }) => text !== '')) };
}
