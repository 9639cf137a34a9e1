import { comparisonWords as words } from '../comparison-words.ts';
import type { ComparisonVM } from '../view-models/comparison.ts';
import type { ComparisonRowVM } from '../view-models/comparison-row.ts';
import { Piece } from './piece.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';

/** The two values that the check held against each other, one above the other, with what differs marked. */
export function Comparison({ comparison }: { readonly comparison: ComparisonVM | null }) {
  if (comparison === null) return null;
  return (
    <Section heading={words.heading} aside={comparison.aside}>
      <dl class="comparison">
        {comparison.rows.map((row) => (
          <Row key={row.label} row={row} />
        ))}
      </dl>
      {comparison.words.map((parts, index) => (
        // The sentences of one comparison never change their places.
        <p class="comparison-words" key={index}>
          <RichText parts={parts} />
        </p>
      ))}
    </Section>
  );
}

function Row({ row: { label, pieces } }: { readonly row: ComparisonRowVM }) {
  const isEmpty = pieces.every(({ text }) => text === '');
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isEmpty ? (
          <mark class="differs">{words.empty}</mark>
        ) : (
          <code>
            {pieces.map((piece, index) => (
              // The pieces of one value never change their places.
              <Piece key={index} piece={piece} />
            ))}
          </code>
        )}
      </dd>
    </div>
  );
}
