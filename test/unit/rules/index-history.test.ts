import { describe, expect, it } from 'vitest';
import { indexHistory } from '../../../src/rules/index-history.ts';
import { anExchange } from '../../rules/exchange-builder.ts';

const direct = anExchange({ id: 'direct', url: 'https://files.example/a' });
const redirected = anExchange({
  id: 'redirected',
  url: 'https://api.example/a',
  response: {},
  redirects: [{ url: 'https://files.example/b', response: {} }],
});
const elsewhere = anExchange({ id: 'elsewhere', url: 'https://api.example/b' });

describe('indexHistory', () => {
  const historyOf = indexHistory([direct, redirected, elsewhere]);
  it.each([
    { of: elsewhere, target: 'https://files.example', expected: ['direct', 'redirected'] },
    { of: direct, target: 'https://files.example', expected: ['redirected'] },
    { of: direct, target: 'https://api.example', expected: ['elsewhere'] },
    { of: direct, target: 'https://nobody.example', expected: [] },
  ])('$of.id sees of $target: $expected', ({ of, target, expected }) => {
    expect(
      historyOf(of)
        .ofTarget(target)
        .map(({ id }) => id),
    ).toEqual(expected);
  });

  describe('is bounded', () => {
    const many = Array.from({ length: 1000 }, (_, index) => anExchange({ id: `e${index}` }));
    const ofMany = indexHistory(many);

    it.each([
      { of: 'the oldest', at: 0, first: 'e1', last: 'e200' },
      { of: 'one in the middle', at: 500, first: 'e350', last: 'e550' },
      { of: 'the newest', at: 999, first: 'e799', last: 'e998' },
    ])('for $of to what is around it', ({ at, first, last }) => {
      const seen = ofMany(many[at] ?? elsewhere).ofTarget('https://api.example.com');
      expect([seen.length, seen[0]?.id, seen.at(-1)?.id]).toEqual([200, first, last]);
    });

    it('for one that isn’t among them to the newest', () => {
      const seen = ofMany(elsewhere).ofTarget('https://api.example.com');
      expect(seen.length).toBeLessThan(250);
      expect(seen.at(-1)?.id).toBe('e999');
    });
  });
});
