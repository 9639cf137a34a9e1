import type { MessageEntry, Messages } from './catalogue.ts';
import { messagesFor } from './english.ts';

/** The English catalogue, as the code has its messages. */
export function englishCatalogue(): Messages {
  return Object.fromEntries([...messagesFor('en')].map(([name, message]) => [name, { message }]));
}

/** A language's catalogue, and what it lacks. */
export interface Translation {
  readonly messages: Messages;
  /** The English of what nobody has translated yet, by name. */
  readonly missing: ReadonlyMap<string, string>;
  /** Names of translations whose English has changed since. */
  readonly outdated: readonly string[];
}

/**
 * Brings a language's catalogue up to date with the code. What was translated of the same English stays, also under
 * another name; what is of other English stays where it is, to be looked at; what nothing says any more goes.
 *
 * @param translations later ones count more; without `description`, they are of the English of today
 */
export function translate(tag: string, ...translations: readonly Messages[]): Translation {
  const wanted = messagesFor(tag);
  const byName = new Map<string, MessageEntry>();
  const byEnglish = new Map<string, MessageEntry>();
  for (const [name, { message, description = wanted.get(name) }] of translations.flatMap(Object.entries)) {
    if (message === '' || description === undefined) continue;
    byName.set(name, { message, description });
    byEnglish.set(description, { message, description });
  }
  const entries = [...wanted].flatMap(([name, english]) => {
    const own = byName.get(name);
    const entry = own?.description === english ? own : (byEnglish.get(english) ?? own);
    return entry === undefined ? [] : [[name, entry] as const];
  });
  const messages = Object.fromEntries(entries);
  return {
    messages,
    missing: new Map([...wanted].filter(([name]) => !Object.hasOwn(messages, name))),
    outdated: entries.flatMap(([name, { description }]) => (description === wanted.get(name) ? [] : [name])),
  };
}
