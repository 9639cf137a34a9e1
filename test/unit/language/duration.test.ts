import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../src/language/duration.ts';
import { ENGLISH } from '../../../src/language/language.ts';

describe('a time in a sentence', () => {
  it.each([
    [0, '0 ms'],
    [0.4, '0 ms'],
    [340.2, '340 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [1_240, '1.2 s'],
    [9_949, '9.9 s'],
    [9_951, '10 s'],
    [47_600, '48 s'],
    [99_400, '99 s'],
    [100_000, '2 min'],
    [3_600_000, '60 min'],
  ])('%s', (milliseconds, expected) => {
    expect(formatDuration(milliseconds, ENGLISH)).toBe(expected);
  });

  it('is never off by more than it shows', () => {
    const units: Readonly<Record<string, readonly [number, number]>> = {
      ms: [1, 0.5],
      s: [1_000, 0.05],
      min: [60_000, 0.25],
    };
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), (milliseconds) => {
        const [value = '', unit = ''] = formatDuration(milliseconds, ENGLISH).split(' ');
        const [factor, error] = units[unit] ?? [0, 0];
        const shown = Number(value) * factor;
        expect(Math.abs(shown - milliseconds)).toBeLessThanOrEqual(Math.max(0.5, milliseconds * error));
      }),
    );
  });
});
