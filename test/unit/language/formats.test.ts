import { describe, expect, it, vi } from 'vitest';
import { formatFacts } from '../../../src/language/formats.ts';
import { ENGLISH } from '../../../src/language/language.ts';

describe('facts side by side', () => {
  it.each([
    [[], ''],
    [['3 blocked'], '3 blocked'],
    [['3 blocked', '1 failed'], '3 blocked, 1 failed'],
    [['3 blocked', '1 failed', '2 open'], '3 blocked, 1 failed, 2 open'],
  ])('%j', (facts, expected) => {
    expect(formatFacts(facts, ENGLISH)).toBe(expected);
  });

  it('costs nothing where there are none', () => {
    const makes = vi.spyOn(Intl, 'ListFormat');
    formatFacts([], { ...ENGLISH, tag: 'fr' });
    formatFacts(['3 blocked'], { ...ENGLISH, tag: 'fr' });
    expect(makes).not.toHaveBeenCalled();
    makes.mockRestore();
  });
});
