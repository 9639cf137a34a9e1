import { describe, expect, it } from 'vitest';
import {
  displayTook,
  loadBefore,
  placeMarks,
  toBegan,
} from '../../../../src/panel/view-models/page-loads.ts';

const row = (startedAt: number) => ({ id: `at ${startedAt}`, startedAt });
const load = (at: number, url = `http://localhost/${at}`) => ({ url, at });

describe('placeMarks', () => {
  it.each([
    { name: 'none before the first row', rows: [10, 20], loads: [5], marks: [] },
    { name: 'one between two loads', rows: [10, 20, 30], loads: [5, 25], marks: [[2, 25]] },
    { name: 'a row of the same moment is of the new page', rows: [10, 25], loads: [5, 25], marks: [[1, 25]] },
    { name: 'one after the last row', rows: [10, 20], loads: [5, 25], marks: [[2, 25]] },
    {
      name: 'the last of two without a row between them',
      rows: [10, 40],
      loads: [5, 20, 30],
      marks: [[1, 30]],
    },
    { name: 'none without rows', rows: [], loads: [5, 25], marks: [] },
    { name: 'none without page loads', rows: [10], loads: [], marks: [] },
  ])('$name', ({ rows, loads, marks }) => {
    const placed = placeMarks(
      rows.map(row),
      loads.map((at) => load(at)),
    );
    expect([...placed].map(([index, { key }]) => [index, key])).toEqual(
      marks.map(([index, at]) => [index, `load ${at}`]),
    );
  });

  it('says the path only where the origin is that of the load before', () => {
    const loads = [
      load(5, 'http://localhost/a'),
      load(15, 'http://localhost/b?c'),
      load(25, 'https://b.example/'),
    ];
    const placed = placeMarks([10, 20, 30].map(row), loads);
    expect([...placed.values()].map(({ label }) => label)).toEqual(['/b?c', 'https://b.example/']);
  });

  it('cuts a URL that would fill the panel', () => {
    const placed = placeMarks([row(1)], [load(2, `http://localhost/${'a'.repeat(5000)}`)]);
    expect(placed.get(1)?.url.length).toBeLessThan(300);
  });
});

describe('toBegan', () => {
  it.each([
    { at: 1_000, expected: '0 ms' },
    { at: 1_340, expected: '340 ms' },
    { at: 3_200, expected: '200 ms' },
  ])('$at is $expected after its page began to load', ({ at, expected }) => {
    const { text, title } = toBegan(at, loadBefore(at, [load(1_000), load(3_000)]));
    expect(text).toBe(expected);
    expect(title).toContain(`${expected} after the page began to load, at `);
  });

  it('is a time of day where no load is known', () => {
    expect(loadBefore(999, [load(1_000)])).toBeNull();
    expect(toBegan(1_700_000_000_000, null).text).toMatch(/\d{1,2}:\d{2}:\d{2}/);
  });
});

describe('displayTook', () => {
  it.each([
    { duration: null, expected: '–' },
    { duration: 80, expected: '80 ms' },
    { duration: 1_240, expected: '1.2 s' },
  ])('$duration: $expected', ({ duration, expected }) => {
    expect(displayTook(duration)).toBe(expected);
  });
});
