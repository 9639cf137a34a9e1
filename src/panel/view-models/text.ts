import { makeVisible } from '../../report/visible-text.ts';
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

/**
 * Words of our own with values in the place of `{name}`. A value stays inside its part whatever is in it, with its invisible
 * characters shown.
 */
export function withValues(
  words: string,
  values: Readonly<Record<string, string>> = {},
): readonly TextPart[] {
  return withCode(words).map(({ text, code }) => ({
    code,
    text: text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      Object.hasOwn(values, name)
        ? cut(makeVisible(values[name] ?? ''), MOST_CHARACTERS_IN_CODE)
        : placeholder,
    ),
  }));
}

/** Shortens a text to a number of characters, the last of which is an ellipsis. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half a surrogate pair is no character.
  return `${text.slice(0, Math.max(0, length - 1)).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The rules' words of a message, with what a server wrote cut to what fits into a sentence. */
export function toParts(message: Message): readonly TextPart[] {
  return renderParts(message).map(shortened);
}

/** A sentence stays a sentence whatever a server puts into a value; the headers below show all of it. */
export function shortened({ text, code }: TextPart): TextPart {
  return { text: code ? cut(makeVisible(text), MOST_CHARACTERS_IN_CODE) : text, code };
}

const MOST_CHARACTERS_IN_CODE = 90;
