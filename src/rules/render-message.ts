import { ACTION_WORDS } from './action-words.ts';
import { WORDS } from './catalogue.ts';
import type { Message } from './diagnosis.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { PLATFORM_HINT_WORDS } from './responder/platform-hint-words.ts';

/** A piece of a rendered message: running text, or a code span. Its text is plain; nothing in it is markup. */
export interface MessagePart {
  readonly text: string;
  readonly code: boolean;
}

/** The words that aren't one rule's own. */
const SHARED_WORDS = new Map<string, string>(
  Object.entries({ ...ACTION_WORDS, ...EVIDENCE_WORDS, ...PLATFORM_HINT_WORDS }),
);

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;
/** Control characters and marks that turn the direction of text around, so that a value could pose as another. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The words of a message as plain text, without marks for code spans. Values come from servers: whoever puts the text
 * into HTML, Markdown or a shell quotes it for that.
 */
export function renderMessage(message: Message): string {
  return renderParts(message)
    .map(({ text }) => text)
    .join('');
}

/**
 * The words of a message in parts, so that code spans can be shown as such without parsing any markup. The backticks of
 * the template make the parts before the values are filled in: a value with backticks or braces stays inside its part.
 * A placeholder without a value stays as it is; a message of a rule that isn't known (from a newer report) is shown by
 * its key.
 */
export function renderParts(message: Message): readonly MessagePart[] {
  return templateOf(message)
    .split('`')
    .map((piece, index): MessagePart => ({ text: fill(piece, message.data), code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The template of a message, before its values are filled in. A key may join several by `+`: sentence after sentence. */
export function templateOf({ rule, key }: Message): string {
  return key
    .split('+')
    .map((each) => templateOfKey(rule, each))
    .join(' ');
}

function templateOfKey(rule: string, key: string): string {
  const words = WORDS.get(rule);
  if (words !== undefined && Object.hasOwn(words, key)) return words[key] ?? key;
  return SHARED_WORDS.get(key) ?? `${rule}: ${key}`;
}

/** Names of the placeholders in a template. */
export function placeholdersOf(template: string): ReadonlySet<string> {
  return new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
}

function fill(piece: string, data: Message['data']): string {
  return piece.replace(PLACEHOLDER, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? printable(data[name] ?? '') : placeholder,
  );
}

function printable(value: string): string {
  return value.replace(UNPRINTABLE, '\ufffd');
}
