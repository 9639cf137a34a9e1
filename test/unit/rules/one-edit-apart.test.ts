import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneEditApart } from '../../../src/rules/one-edit-apart.ts';

test.each([
  ['http', 'htttp', true],
  ['htp', 'http', true],
  ['hhtp', 'http', true],
  ['htpp', 'http', true],
  ['http', 'http', false],
  ['ftp', 'http', false],
  ['tthp', 'http', false],
  ['file', 'http', false],
  ['', 'a', true],
  ['', '', false],
])('%j and %j: %s', (one, other, apart) => {
  expect(isOneEditApart(one, other)).toBe(apart);
  expect(isOneEditApart(other, one)).toBe(apart);
});

test('any letter put into a word', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (word, place, letter) => {
      const at = place % (word.length + 1);
      expect(isOneEditApart(word.slice(0, at) + letter + word.slice(at), word)).toBe(true);
    }),
  );
});
