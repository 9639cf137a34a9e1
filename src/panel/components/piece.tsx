import { comparisonWords as words } from '../comparison-words.ts';
import type { PieceVM } from '../view-models/comparison-row.ts';

/** A piece of a value that was compared: what the other value lacks is marked, also for those who don't see marks. */
export function Piece({ piece: { text, shown, differs, gap } }: { readonly piece: PieceVM }) {
  if (!differs) return <span>{shown}</span>;
  return (
    <mark class={text === '' ? 'differs differs-empty' : 'differs'} style={{ paddingRight: `${gap}ch` }}>
      <span class="visually-hidden">{text === '' ? words.missingHere : `${words.differs} `}</span>
      {shown}
    </mark>
  );
}
