import type { TextPart } from '../../language/template.ts';
import { makeVisible } from '../../report/visible-text.ts';
import type { Message } from '../../rules/diagnosis.ts';
import { renderMessage, renderParts } from '../../rules/index.ts';
import { language } from '../language/installed.ts';

/** A piece of a text; `code` pieces are shown in a fixed-width font. Always rendered as text, never as markup. */
export type { TextPart };

/** Words of our own without code in them. */
export function plain(words: string): readonly TextPart[] {
  return words === '' ? [] : [{ text: words, code: false }];
}

/** A value as it stands in a sentence: with its invisible characters shown, and cut to what fits. */
export function inSentence(value: string): string {
  return cut(makeVisible(value), MOST_CHARACTERS_IN_CODE);
}

/** Shortens a text to a number of characters, the last of which is an ellipsis. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half a surrogate pair is no character.
  return `${text.slice(0, Math.max(0, length - 1)).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The rules' words of a message, with what a server wrote cut to what fits into a sentence. */
export function toParts(message: Message): readonly TextPart[] {
  return toWholeParts(message).map(shortened);
}

/** The same with every value as it is. */
export function toWholeParts(message: Message): readonly TextPart[] {
  return renderParts(message, language());
}

/** The rules' words of a message as plain text. */
export function toText(message: Message): string {
  return renderMessage(message, language());
}

/** A sentence stays a sentence whatever a server puts into a value; the headers below show all of it. */
export function shortened({ text, code }: TextPart): TextPart {
  return { text: code ? cut(makeVisible(text), MOST_CHARACTERS_IN_CODE) : text, code };
}

const MOST_CHARACTERS_IN_CODE = 90;
