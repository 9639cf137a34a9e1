/** A language in which words can be said. What it has no words for is said in English, as the code has it. */
export interface Language {
  /** As BCP 47 names it: plurals, numbers, lists and times are written as people write them there. */
  readonly tag: string;
  /** The template of a message, by the message's name; the empty string if there is none. */
  message(name: string): string;
}

export const ENGLISH: Language = { tag: 'en', message: () => '' };

/** What a message says: its template in that language, or else in English. */
export function templateIn(language: Language, name: string, english: string): string {
  return language.message(name) || english;
}

/** A message's name of parts such as ids and keys: letters, digits and `_` are all that catalogues of browsers know. */
export function messageName(...parts: readonly string[]): string {
  return parts.join('_').replace(/[^a-zA-Z0-9]/g, '_');
}
