import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { placeholdersOf } from '../../../src/language/template.ts';
import { catalogueText, parseMessages } from '../../locales/catalogue.ts';
import { messagesFor } from '../../locales/english.ts';
import { catalogueFile, languages, readMessages } from '../../locales/messages-file.ts';
import { englishCatalogue, translate } from '../../locales/translation.ts';

const SOURCES = fileURLToPath(new URL('../../../src/', import.meta.url));

describe('the English catalogue', () => {
  const catalogue = englishCatalogue();
  const names = Object.keys(catalogue);

  it('is what `npm run locales` writes', () => {
    expect(readFileSync(catalogueFile('en'), 'utf8')).toBe(catalogueText(catalogue));
  });

  it('has the words of every file', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const areas = files.flatMap((file) =>
      [...readFileSync(SOURCES + file, 'utf8').matchAll(/(?:= words|wordsOf)\(\s*'(\w+)'/g)].map(
        ([, area]) => area,
      ),
    );
    expect(areas.length).toBeGreaterThan(8);
    expect(areas.filter((area) => !names.some((name) => name.startsWith(`${area}_`)))).toEqual([]);
  });

  it('has names that browsers take, and none twice in another letter case', () => {
    expect(names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('has no message that is empty, and closes every code span', () => {
    const wrong = Object.values(catalogue).filter(
      ({ message }) => message.trim() === '' || message.split('`').length % 2 === 0,
    );
    expect(wrong).toEqual([]);
  });
});

const others = languages().filter((tag) => tag !== 'en');

describe.each(others)('the catalogue of %s', (tag) => {
  const wanted = messagesFor(tag);
  const messages = readMessages(tag);
  const entries = Object.entries(messages);

  it('says which language it is in', () => {
    expect(messages['language']?.message).toBe(tag);
  });

  it('has every message of English and no other, in as many forms as its plurals have', () => {
    const missing = [...wanted.keys()].filter((name) => !Object.hasOwn(messages, name));
    expect(missing, `\`npm run locales -- ${tag} --missing\` prints what is to be translated`).toEqual([]);
    expect(entries.map(([name]) => name).filter((name) => !wanted.has(name))).toEqual([]);
  });

  it('is made from the English of today', () => {
    const outdated = entries.filter(([name, { description }]) => description !== wanted.get(name));
    expect(outdated.map(([name]) => name)).toEqual([]);
  });

  it('has the same placeholders and the same code', () => {
    const wrong = entries.filter(([name, { message }]) => {
      const english = wanted.get(name) ?? '';
      return markedIn(english) !== markedIn(message) || !hasSamePlaceholders(name, english, message);
    });
    expect(wrong.map(([name, { message }]) => `${name}: ${message}`)).toEqual([]);
  });

  it('has no spaces where nobody wants them, and no typewriter apostrophes', () => {
    const odd = entries.filter(([, { message }]) => {
      const running = message.split('`').filter((_, index) => index % 2 === 0);
      return message !== message.trim() || /'|\.\.\.| {2}/.test(running.join('…'));
    });
    expect(odd.map(([name, { message }]) => `${name}: ${message}`)).toEqual([]);
  });
});

/** The code spans of a text, in any order. */
function markedIn(text: string): string {
  return JSON.stringify(
    text
      .split('`')
      .filter((_, index) => index % 2 === 1)
      .sort(),
  );
}

/** Where there is one of something, a language may leave the number out. */
function hasSamePlaceholders(name: string, english: string, message: string): boolean {
  const [its, own] = [placeholdersOf(english), placeholdersOf(message)];
  const missing = [...its].filter((each) => !own.has(each));
  const isOne = name.endsWith('_one');
  return (
    [...own].every((each) => its.has(each) || (isOne && each === 'count')) &&
    missing.every((each) => isOne && each === 'count')
  );
}

describe('a translation', () => {
  const [name = '', english = ''] = [...messagesFor('de')].find(([, text]) => text === 'Copied') ?? [];

  it('stays as long as its English does, under another name too', () => {
    expect(translate('de', { [name]: { message: 'Kopiert', description: english } }).messages[name]).toEqual({
      message: 'Kopiert',
      description: english,
    });
    const renamed = translate('de', { was_called_so: { message: 'Kopiert', description: english } });
    expect(renamed.messages[name]?.message).toBe('Kopiert');
    expect(Object.keys(renamed.messages)).not.toContain('was_called_so');
  });

  it('is known to be of other English', () => {
    const { messages, outdated } = translate('de', {
      [name]: { message: 'Kopiert', description: 'Copied it' },
    });
    expect(outdated).toEqual([name]);
    expect(messages[name]?.message).toBe('Kopiert');
  });

  it('is missing until somebody has written it', () => {
    expect(translate('de', { [name]: { message: '', description: english } }).missing.get(name)).toBe(
      english,
    );
  });

  it('keeps its dollar signs', () => {
    const messages = { price: { message: 'It costs $1 and $$2.' } };
    expect(catalogueText(messages)).toContain('It costs $$1 and $$$$2.');
    expect(parseMessages(catalogueText(messages))).toEqual(messages);
  });
});
