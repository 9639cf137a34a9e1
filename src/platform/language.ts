import { ENGLISH, type Language } from '../language/language.ts';
import { browser } from './browser.ts';

/**
 * The language of the browser's own words, if there are any of ours in it, and English if not. The browser chooses among
 * the catalogues in `_locales`, and each has a message that says which language it is in.
 */
export function browserLanguage(): Language {
  const { i18n } = browser;
  const spoken = i18n.getMessage('language');
  const wanted = i18n.getUILanguage();
  const isSpoken = wanted.split('-')[0] === (spoken || ENGLISH.tag);
  // Who reads English of Britain wants its times and numbers, too.
  const tag = isSpoken ? wanted : spoken || ENGLISH.tag;
  if (spoken === '' || spoken === ENGLISH.tag) return { ...ENGLISH, tag };
  const known = new Map<string, string>();
  return {
    tag,
    message: (name) => {
      const said = known.get(name) ?? i18n.getMessage(name);
      known.set(name, said);
      return said;
    },
  };
}
