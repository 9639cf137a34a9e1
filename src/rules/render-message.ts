import { ENGLISH, type Language, messageName, templateIn } from '../language/language.ts';
import { joinSentences } from '../language/sentences.ts';
import { fillParts, type TextPart } from '../language/template.ts';
import { ACTION_WORDS } from './action-words.ts';
import { WORDS } from './catalogue.ts';
import type { Message } from './diagnosis.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { PLATFORM_HINT_WORDS } from './responder/platform-hint-words.ts';

export { placeholdersOf } from '../language/template.ts';

/** A piece of a rendered message: running text, or a code span. Its text is plain; nothing in it is markup. */
export type MessagePart = TextPart;

/** The words that aren't one rule's own. */
const SHARED_WORDS = new Map<string, string>(
  Object.entries({ ...ACTION_WORDS, ...EVIDENCE_WORDS, ...PLATFORM_HINT_WORDS }),
);

/**
 * The words of a message as plain text, without marks for code spans. Values come from servers: whoever puts the text
 * into HTML, Markdown or a shell quotes it for that.
 */
export function renderMessage(message: Message, language: Language = ENGLISH): string {
  return renderParts(message, language)
    .map(({ text }) => text)
    .join('');
}

/**
 * The words of a message in parts, so that code spans can be shown as such without parsing any markup. A placeholder
 * without a value stays as it is; a message of a rule that isn't known (from a newer report) is shown by its key.
 */
export function renderParts(message: Message, language: Language = ENGLISH): readonly MessagePart[] {
  return fillParts(templateOf(message, language), message.data, language);
}

/** The template of a message, before its values are filled in. A key may join several by `+`: sentence after sentence. */
export function templateOf({ rule, key }: Message, language: Language = ENGLISH): string {
  const templates = TEMPLATES.get(language) ?? new Map<string, string>();
  const name = `${rule} ${key}`;
  const known = templates.get(name);
  if (known !== undefined) return known;
  const template = joinSentences(
    key.split('+').map((each) => templateOfKey(rule, each, language)),
    language,
  );
  // A list has thousands of rows, and rules have hundreds of words.
  if (WORDS.has(rule)) TEMPLATES.set(language, templates.set(name, template));
  return template;
}

/** What was put together before, by rule and key. */
const TEMPLATES = new WeakMap<Language, Map<string, string>>();

function templateOfKey(rule: string, key: string, language: Language): string {
  const words = WORDS.get(rule);
  if (words !== undefined && Object.hasOwn(words, key))
    return templateIn(language, messageName(RULE, rule, key), words[key] ?? key);
  const shared = SHARED_WORDS.get(key);
  if (shared !== undefined) return templateIn(language, messageName(SHARED, key), shared);
  return `${rule}: ${key}`;
}

/** With these the names of the rules' messages begin. */
const RULE = 'rule';
const SHARED = 'shared';

/** The English templates of all rules, by the names of their messages. */
export function messagesOfRules(): ReadonlyMap<string, string> {
  const ofRules = [...WORDS].flatMap(([rule, words]) =>
    Object.entries(words).map(([key, template]) => [messageName(RULE, rule, key), template] as const),
  );
  const shared = [...SHARED_WORDS].map(([key, template]) => [messageName(SHARED, key), template] as const);
  return new Map([...ofRules, ...shared]);
}
