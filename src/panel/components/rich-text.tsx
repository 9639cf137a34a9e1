import type { TextPart } from '../view-models/text.ts';

/** Text with code in a fixed-width font. Everything is text, whatever it contains. */
export function RichText({ parts }: { readonly parts: readonly TextPart[] }) {
  // The parts of one text never change their places.
  return parts.map(({ text, code }, index) => (code ? <code key={index}>{text}</code> : text));
}
