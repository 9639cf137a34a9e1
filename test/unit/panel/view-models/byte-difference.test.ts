import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, type Stretch } from '../../../../src/panel/view-models/byte-difference.ts';

/** `[value|other]` where they part. */
function shown(stretches: readonly Stretch[]): string {
  return stretches.map((each) => (each.kind === 'same' ? each.text : `[${each.one}|${each.other}]`)).join('');
}

describe('what two values don’t have in common', () => {
  it.each<{ what: string; one: string; other: string; expected: string }>([
    {
      what: 'a slash at the end',
      one: 'http://localhost:3000/',
      other: 'http://localhost:3000',
      expected: 'http://localhost:3000[/|]',
    },
    {
      what: 'the scheme',
      one: 'http://app.example.com',
      other: 'https://app.example.com',
      expected: 'http[|s]://app.example.com',
    },
    {
      what: 'scheme and port, and nothing between them',
      one: 'https://localhost:3000',
      other: 'http://localhost:5173',
      expected: 'http[s|]://localhost:[3000|5173]',
    },
    {
      what: 'a port',
      one: 'http://localhost',
      other: 'http://localhost:5173',
      expected: 'http://localhost[|:5173]',
    },
    {
      what: 'letter case',
      one: 'http://LocalHost:3000',
      other: 'http://localhost:3000',
      expected: 'http://[L|l]ocal[H|h]ost:3000',
    },
    {
      what: 'a label of the host',
      one: 'https://www.example.com',
      other: 'https://app.example.com',
      expected: 'https://[www|app].example.com',
    },
    {
      what: 'a letter that looks alike',
      one: 'https://ex\u0430mple.com',
      other: 'https://example.com',
      expected: 'https://ex[\u0430|a]mple.com',
    },
    {
      what: 'a character that nobody sees',
      one: 'http://local\u200bhost',
      other: 'http://localhost',
      expected: 'http://local[\u200b|]host',
    },
    { what: 'quotes', one: '"http://a.test"', other: 'http://a.test', expected: '["|]http://a.test["|]' },
    {
      what: 'two values joined',
      one: '*, http://a.test',
      other: 'http://a.test',
      expected: '[*, |]http://a.test',
    },
    { what: 'a letter that is missing', one: 'x-apikey', other: 'x-api-key', expected: 'x-api[|-]key' },
    { what: 'everything', one: '*', other: 'http://a.test', expected: '[*|http://a.test]' },
    { what: 'an empty value', one: '', other: 'true', expected: '[|true]' },
  ])('is $what', ({ one, other, expected }) => {
    expect(shown(differencesOf(one, other))).toBe(expected);
  });

  const values = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom('http', 'https', '://', 'localhost', ':', '3000', '/', ',', ' ', '\u0430', '*', '-'),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
  );

  it('and what they do have in common, give back both values', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const stretches = differencesOf(one, other);
        const joined = (side: 'one' | 'other') =>
          stretches.map((each) => (each.kind === 'same' ? each.text : each[side])).join('');
        expect([joined('one'), joined('other')]).toEqual([one, other]);
      }),
    );
  });

  it('is nothing for the same value twice, and something for two', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(differencesOf(one, one).some(({ kind }) => kind === 'differs')).toBe(false);
        expect(differencesOf(one, other).some(({ kind }) => kind === 'differs')).toBe(one !== other);
      }),
    );
  });

  it('never has two stretches of one kind side by side, nor an empty one', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const stretches = differencesOf(one, other);
        stretches.forEach((each, index) => {
          expect(each.kind).not.toBe(stretches[index - 1]?.kind);
          expect(each.kind === 'same' ? each.text : each.one + each.other).not.toBe('');
        });
      }),
    );
  });

  it('is found in values of 64 kB each without a table of all their words', () => {
    const value = (start: string) => `${start}${'a b '.repeat(16_000)}`;
    expect(shown(differencesOf(value('x '), value('y '))).slice(0, 8)).toBe('[x|y] a ');
    const apart = differencesOf('a,'.repeat(30_000), 'b;'.repeat(30_000));
    expect(apart).toHaveLength(1);
    expect(differencesOf('ab'.repeat(30_000), 'ac'.repeat(30_000)).length).toBeLessThan(4);
  });
});
