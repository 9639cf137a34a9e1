import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, formatCount, makeVisible } from '../../../src/report/visible-text.ts';

describe('makeVisible', () => {
  it.each([
    ['a b', 'a b'],
    ['\t\r\n\0\x7f', '␉␍␊␀␡'],
    ['\x85', '⟨U+0085⟩'],
    ['\u200b\u202e\ufeff', '⟨U+200B⟩⟨U+202E⟩⟨U+FEFF⟩'],
    ['\u00a0\u2028', '⟨U+00A0⟩⟨U+2028⟩'],
    ['\ud800', '⟨U+D800⟩'],
    ['é 😀 Ω', 'é 😀 Ω'],
  ])('%j becomes %s', (text, expected) => expect(makeVisible(text)).toBe(expected));

  it('leaves nothing invisible, and nothing to do a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = makeVisible(text);
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(makeVisible(shown)).toBe(shown);
      }),
    );
  });
});

describe('cutText', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc… [cut: 4 characters in all]'],
    ['ab😀', 3, 'ab… [cut: 4 characters in all]'],
  ])('%s cut to %d is %s', (text, limit, expected) => expect(cutText(text, limit)).toBe(expected));
});

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [1_234_567, '1,234,567'],
  ])('%d is %s', (count, expected) => expect(formatCount(count)).toBe(expected));
});
