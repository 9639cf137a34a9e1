import { installLanguage } from '../../src/panel/language/installed.ts';
import { languageOf, parseMessages } from '../locales/catalogue.ts';
import { pseudoLanguage } from '../pseudo-language.ts';

/** Installs the language that the address names: `pseudo`, or that of a catalogue, such as `de`. */
export async function chooseLanguage(tag: string | null): Promise<void> {
  if (tag === null) return;
  if (tag === 'pseudo') {
    installLanguage(pseudoLanguage());
    return;
  }
  // Vite serves what is in `public` from the top.
  const response = await fetch(`/_locales/${tag.replace('-', '_')}/messages.json`);
  installLanguage(languageOf(tag, parseMessages(await response.text())));
  document.documentElement.lang = tag;
}
