import { ENGLISH, type Language } from '../../language/language.ts';

let installed: Language = ENGLISH;

/** Chooses the language of all words, once and before any of them is shown. */
export function installLanguage(language: Language): void {
  installed = language;
}

/** The language that people read here. */
export function language(): Language {
  return installed;
}
