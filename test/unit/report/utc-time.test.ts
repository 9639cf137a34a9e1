import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toUtcTime } from '../../../src/report/utc-time.ts';

it('is what Date makes of it, in all years of four digits', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('0000-01-01T00:00:00.000Z'),
        max: new Date('9999-12-31T23:59:59.999Z'),
        noInvalidDate: true,
      }),
      (date) => {
        expect(toUtcTime(date.getTime())).toBe(date.toISOString());
      },
    ),
    { numRuns: 2_000 },
  );
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e15])('is empty for %d', (at) =>
  expect(toUtcTime(at)).toBe(''),
);

it('drops fractions of milliseconds', () => expect(toUtcTime(1.9)).toBe('1970-01-01T00:00:00.001Z'));
