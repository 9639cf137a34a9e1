import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHarTime } from '../../../../src/report/har/har.ts';
import { fromHarTime } from '../../../../src/report/har/har-time.ts';

it.each([
  ['2026-11-21T10:00:00.000Z', Date.UTC(2026, 10, 21, 10)],
  ['2026-11-21T10:00:00Z', Date.UTC(2026, 10, 21, 10)],
  ['2026-11-21T11:00:00.500+01:00', Date.UTC(2026, 10, 21, 10) + 500],
  ['2026-11-21T04:30:00.1234567-0530', Date.UTC(2026, 10, 21, 10) + 123.4567],
  ['20261121T100000Z', Date.UTC(2026, 10, 21, 10)],
  ['2024-02-29T00:00:00', Date.UTC(2024, 1, 29)],
])('%s is a time', (text, expected) => {
  expect(fromHarTime(text)).toBeCloseTo(expected, 3);
});

it.each([
  '',
  'now',
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T25:00:00Z',
  '2026-01-01',
  '1700000000000',
  'Sat, 21 Nov 2026 10:00:00 GMT',
  `2026-01-01T00:00:00.${'1'.repeat(100)}Z`,
])('%s is none', (text) => {
  expect(fromHarTime(text)).toBeNull();
});

it('reads what the export writes, and what JavaScript does', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
      (date) => {
        expect(fromHarTime(date.toISOString())).toBe(date.getTime());
        expect(fromHarTime(toHarTime(date.getTime()))).toBe(date.getTime());
      },
    ),
  );
});
