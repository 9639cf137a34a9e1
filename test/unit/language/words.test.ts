import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH, type Language } from '../../../src/language/language.ts';
import { counted, slotted, wordsOf } from '../../../src/language/words.ts';

const SOME = {
  plain: 'Copy',
  filled: 'From {start} to {end}',
  quantity: '{number} ms',
  rich: 'Set `{name}` to `*`, not {value}.',
  lines: ['One.', 'Two.'],
  requests: counted({ one: '{count} request to {host}', other: '{count} requests to {host}' }),
  press: slotted('Press {key}, or {other}.'),
  group: { 'first-one': 'First' },
} as const;

function speaking(tag: string, messages: Readonly<Record<string, string>>): Language {
  return { tag, message: (name) => messages[name] ?? '' };
}

const english = wordsOf('some', SOME, () => ENGLISH);

describe('words', () => {
  it('are what the code says, in English', () => {
    expect(english.plain).toBe('Copy');
    expect(english.filled({ start: 'a', end: 'b' })).toBe('From a to b');
    expect(english.group['first-one']).toBe('First');
    expect(english.lines).toEqual(['One.', 'Two.']);
  });

  it('have parts where there is code in them', () => {
    expect(english.rich({ name: 'X-Name', value: 'this' })).toEqual([
      { text: 'Set ', code: false },
      { text: 'X-Name', code: true },
      { text: ' to ', code: false },
      { text: '*', code: true },
      { text: ', not this.', code: false },
    ]);
  });

  it('write quantities as the language does, and text as it is', () => {
    expect(english.quantity({ number: 12_345.6 })).toBe('12,345.6 ms');
    expect(english.quantity({ number: '12345' })).toBe('12345 ms');
    const german = wordsOf('some', SOME, () => speaking('de', {}));
    expect(german.quantity({ number: 12_345.6 })).toBe('12.345,6 ms');
  });

  it.each([
    [0, '0 requests to a'],
    [1, '1 request to a'],
    [2, '2 requests to a'],
    [1_000, '1,000 requests to a'],
  ])('have a form for %d', (count, expected) => {
    expect(english.requests({ count, host: 'a' })).toBe(expected);
  });

  it('have elements in their slots', () => {
    const key = { key: 'Tab' };
    expect(english.press<unknown>({ key, other: 'Enter' })).toEqual(['Press ', key, ', or ', 'Enter', '.']);
  });

  it('are read in the language that is there when they are read', () => {
    let language = ENGLISH;
    const words = wordsOf('some', SOME, () => language);
    expect(words.plain).toBe('Copy');
    const { filled } = words;
    language = speaking('de', {
      some_plain: 'Kopieren',
      some_filled: 'Bis {end} ab {start}',
      some_group_first_one: 'Erstes',
      some_lines_2: 'Zwei.',
    });
    expect(words.plain).toBe('Kopieren');
    expect(filled({ start: 'a', end: 'b' })).toBe('Bis b ab a');
    expect(words.group['first-one']).toBe('Erstes');
    expect(words.lines).toEqual(['One.', 'Zwei.']);
  });

  it('use the forms that the language has', () => {
    const messages = {
      some_requests_one: '{count} запрос к {host}',
      some_requests_few: '{count} запроса к {host}',
      some_requests_many: '{count} запросов к {host}',
      some_requests_other: '{count} запроса к {host}',
    };
    const russian = wordsOf('some', SOME, () => speaking('ru', messages));
    const said = [1, 3, 5, 21].map((count) => russian.requests({ count, host: 'a' }));
    expect(said).toEqual(['1 запрос к a', '3 запроса к a', '5 запросов к a', '21 запрос к a']);
    const japanese = wordsOf('some', SOME, () =>
      speaking('ja', { some_requests_other: '{host} に {count} 件' }),
    );
    expect(japanese.requests({ count: 1, host: 'a' })).toBe('a に 1 件');
  });

  it('never take a value for markup or for a placeholder', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('`', '{value}', '{name}', '$1', '$&', '{', '}'));
    const value = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(value, value, (name, other) => {
        const parts = english.rich({ name, value: other });
        const shown = (text: string) =>
          text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd');
        const expected = [
          { text: 'Set ', code: false },
          { text: shown(name), code: true },
          { text: ' to ', code: false },
          { text: '*', code: true },
          { text: `, not ${shown(other)}.`, code: false },
        ];
        expect(parts).toEqual(expected.filter(({ text }) => text !== ''));
      }),
    );
  });
});
