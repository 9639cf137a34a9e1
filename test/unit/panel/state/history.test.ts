import { describe, expect, it } from 'vitest';
import { indexHistory } from '../../../../src/panel/state/history.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

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

  it('is bounded, the newest first to stay', () => {
    const many = Array.from({ length: 1000 }, (_, index) => anExchange({ id: `e${index}` }));
    const seen = indexHistory(many)(elsewhere).ofTarget('https://api.example.com');
    expect(seen.length).toBeLessThan(250);
    expect(seen.at(-1)?.id).toBe('e999');
  });
});
