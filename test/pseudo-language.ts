import type { Language } from '../src/language/language.ts';
import { messagesOfCode } from './locales/code-messages.ts';

/**
 * A language that nobody speaks: English with other letters, longer, and in brackets. What is still in plain letters
 * comes from elsewhere than our words, and what has lost a bracket was cut off.
 */
export function pseudoLanguage(): Language {
  const messages = messagesOfCode('en');
  return { tag: 'el', message: (name) => toPseudo(messages.get(name) ?? '') };
}

/** A template in that language. Its placeholders and its code stay as they are. */
export function toPseudo(template: string): string {
  if (template === '') return '';
  const said = template.replace(/`[^`]*`|\{[a-zA-Z]+\}|[a-zA-Z]+/g, (piece) =>
    /^[`{]/.test(piece) ? piece : [...piece].map((letter) => LETTERS[letter] ?? letter).join(''),
  );
  return `⟦${said}${padding(template)}⟧`;
}

/** Other languages need more room than English, above all for what is short. */
function padding(template: string): string {
  const letters = template.replace(/`[^`]*`|\{[a-zA-Z]+\}/g, '').length;
  return letters < 2 ? '' : ' ~~~~~'.repeat(Math.ceil(letters / 15)).slice(0, Math.ceil(0.4 * letters));
}

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OTHER = 'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ';

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...PLAIN].map((letter, index) => [letter, OTHER[index] ?? letter]),
);
