import type { Language } from './language.ts';

/** A quantity as the language writes it: `1,000`. */
export function formatNumber(value: number, language: Language): string {
  return numbersIn(language).format(value);
}

/** Names in running text: `Cloudflare and nginx`. */
export function formatNames(names: readonly string[], language: Language): string {
  return namesIn(language).format(names);
}

/** Facts side by side: `3 blocked, 1 failed`. */
export function formatFacts(facts: readonly string[], language: Language): string {
  // Most often there is nothing to put side by side, and the browser takes milliseconds to learn how that is written.
  return facts.length < 2 ? facts.join('') : factsIn(language).format(facts);
}

/** Which form of a plural the language has for a quantity. */
export function pluralOf(count: number, language: Language): Intl.LDMLPluralRule {
  return pluralsIn(language).select(count);
}

const numbersIn = perLanguage((tag) => new Intl.NumberFormat(tag));
const namesIn = perLanguage((tag) => new Intl.ListFormat(tag));
const factsIn = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'unit' }));
const pluralsIn = perLanguage((tag) => new Intl.PluralRules(tag));

/** What is costly to make, made once for each language. */
export function perLanguage<Format>(make: (tag: string) => Format): (language: Language) => Format {
  const made = new Map<string, Format>();
  return ({ tag }) => {
    const known = made.get(tag) ?? make(tag);
    made.set(tag, known);
    return known;
  };
}
