import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutName, cutText, cutUrl } from '../../../src/model/cut-text.ts';

describe('text beyond a limit', () => {
  it.each([
    ['short', 100, 'short'],
    [`alpha beta ${'x'.repeat(100)}`, 60, 'alpha beta  [cut from 111 characters]'],
    ['x'.repeat(100), 60, `${'x'.repeat(20)} [cut from 100 characters]`],
  ])('%s, %d', (text, limit, expected) => {
    expect(cutText(text, limit)).toBe(expected);
  });

  it.each([
    ['https://a.example/', 100, 'https://a.example/'],
    [`https://a.example/p?q=${'x'.repeat(100)}`, 80, 'https://a.example/p?q=...cut-from-122'],
    [`https://user:${'p'.repeat(100)}@a.example/`, 80, 'https://...cut-from-124'],
  ])('%s, %d', (url, limit, expected) => {
    expect(cutUrl(url, limit).join('')).toBe(expected);
  });

  it('is within the limit with its note, and cutting it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 60, max: 300 }), (text, limit) => {
        for (const cut of [
          (each: string) => cutText(each, limit),
          (each: string) => cutUrl(each, limit).join(''),
          (each: string) => cutName(each, limit),
        ]) {
          expect(cut(text).length).toBeLessThanOrEqual(limit);
          expect(cut(cut(text))).toBe(cut(text));
        }
      }),
    );
  });
});
