import type { Message } from '../../rules/diagnosis.ts';
import { renderParts } from '../../rules/index.ts';

/** A piece of a text; `code` pieces are shown in a fixed-width font. Always rendered as text, never as markup. */
export interface TextPart {
  readonly text: string;
  readonly code: boolean;
}

/** Splits words of our own at their backticks. Values from servers never go through here. */
export function withCode(words: string): readonly TextPart[] {
  return words
    .split('`')
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** Shortens a text to a number of characters, the last of which is an ellipsis. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}

/** The rules' words of a message, with what a server wrote cut to what fits into a sentence. */
export function toParts(message: Message): readonly TextPart[] {
  return renderParts(message).map(shortened);
}

/** A sentence stays a sentence whatever a server puts into a value; the headers below show all of it. */
export function shortened({ text, code }: TextPart): TextPart {
  return { text: code ? cut(text, MOST_CHARACTERS_IN_CODE) : text, code };
}

const MOST_CHARACTERS_IN_CODE = 90;
