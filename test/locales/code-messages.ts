import { badgesIn } from '../../src/background/badge.ts';
import { DURATION, DURATION_WORDS } from '../../src/language/duration.ts';
import { ENGLISH, messageName } from '../../src/language/language.ts';
import { SENTENCES, SENTENCES_TEMPLATE } from '../../src/language/sentences.ts';
import { messagesOfWords, type PluralForms, pluralName } from '../../src/language/words.ts';
import { messagesOfPlatforms } from '../../src/panel/platform-words.ts';
import { messagesOfRules } from '../../src/rules/render-message.ts';
/** A file of words is known as soon as it is loaded. */
import '../../src/panel/api-strings.ts';
import '../../src/panel/compare-strings.ts';
import '../../src/panel/comparison-words.ts';
import '../../src/panel/configuration-strings.ts';
import '../../src/panel/copy-strings.ts';
import '../../src/panel/export-strings.ts';
import '../../src/panel/help-strings.ts';
import '../../src/panel/list-strings.ts';
import '../../src/panel/report-strings.ts';
import '../../src/panel/strings.ts';
import '../../src/panel/what-if-strings.ts';
import '../../src/popup/strings.ts';

/** What the messages of the code say in English, by name; a plural in its forms. */
function templatesOfCode(): ReadonlyMap<string, string | PluralForms> {
  badgesIn(ENGLISH);
  return new Map<string, string | PluralForms>([
    ['language', ENGLISH.tag],
    [SENTENCES, SENTENCES_TEMPLATE],
    ...Object.entries(DURATION_WORDS).map(([unit, words]) => [messageName(DURATION, unit), words] as const),
    ...messagesOfWords(),
    ...messagesOfRules(),
    ...messagesOfPlatforms(),
  ]);
}

/**
 * The names of the messages of the code that a language has, with what they say in English. A plural has as many as the
 * language has forms; what English hasn't is made from its `other`.
 */
export function messagesOfCode(tag: string): ReadonlyMap<string, string> {
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const messages = [...templatesOfCode()].flatMap(([name, said]) => {
    if (typeof said === 'string') return [[name, said] as const];
    return forms.map((form) => [pluralName(name, form), form === 'one' ? said.one : said.other] as const);
  });
  return new Map(messages);
}
