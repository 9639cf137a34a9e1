import { Fragment } from 'preact';
import type { HeadlinePart } from '../view-models/headline.ts';
import { Piece } from './piece.tsx';

/** Text with code in a fixed-width font. Everything is text, whatever it contains. */
export function RichText({ parts }: { readonly parts: readonly HeadlinePart[] }) {
  // The parts of one text never change their places.
  return parts.map(({ text, code, pieces }, index) =>
    code ? (
      <code key={index}>
        {pieces === undefined ? (
          <Breakable text={text} />
        ) : (
          // Nor do the pieces of one value.
          pieces.map((piece, place) => <Piece key={place} piece={piece} />)
        )}
      </code>
    ) : (
      text
    ),
  );
}

/** What ends a part of a URL, after which a line may better be broken than within a word. */
const END_OF_PART = /(?<=[^/:]\/|[?&])(?=.)/;

/** Text that is broken between the parts of a URL where it is too long for its line. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(END_OF_PART).map((part, index) => (
    // The parts of one text never change their places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
