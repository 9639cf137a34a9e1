import { type Language, templateIn } from './language.ts';
import { fill } from './template.ts';

/** How one sentence follows another: with a space between them, which not every script puts there. */
export const SENTENCES_TEMPLATE = '{first} {second}';

export const SENTENCES = 'sentences';

/** What stands between two sentences. */
export function betweenSentences(language: Language): string {
  const template = templateIn(language, SENTENCES, SENTENCES_TEMPLATE);
  return fill(template, { first: '', second: '' }, language);
}

/** Whole sentences as one text. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(betweenSentences(language));
}
