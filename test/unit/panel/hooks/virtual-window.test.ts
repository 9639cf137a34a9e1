import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Hold,
  type Keys,
  scrollTopAfter,
  scrollTopShowing,
  virtualWindow,
} from '../../../../src/panel/hooks/virtual-window.ts';

const viewports = fc.record({
  count: fc.nat(10_000),
  rowHeight: fc.integer({ min: 10, max: 60 }),
  scrollTop: fc.nat(600_000),
  height: fc.nat(2_000),
});

function keysOf(keys: readonly string[]): Keys {
  return { length: keys.length, keyAt: (index) => keys[index], indexOf: (key) => keys.indexOf(key) };
}

describe('virtualWindow', () => {
  it.each([
    { name: 'no rows', count: 0, scrollTop: 0, height: 240, start: 0, end: 0 },
    { name: 'fewer rows than fit', count: 3, scrollTop: 0, height: 240, start: 0, end: 3 },
    { name: 'the top', count: 100, scrollTop: 0, height: 240, start: 0, end: 16 },
    { name: 'the middle', count: 100, scrollTop: 1200, height: 240, start: 44, end: 66 },
    { name: 'the end', count: 100, scrollTop: 2160, height: 240, start: 84, end: 100 },
    { name: 'beyond the end', count: 10, scrollTop: 9000, height: 240, start: 9, end: 10 },
  ])('$name: rows $start to $end', ({ count, scrollTop, height, start, end }) => {
    expect(virtualWindow({ count, rowHeight: 24, scrollTop, height })).toEqual({ start, end });
  });

  it('stays inside the list and renders every row that can be seen', () => {
    fc.assert(
      fc.property(viewports, (viewport) => {
        const { start, end } = virtualWindow(viewport);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(viewport.count);
        expect(start).toBeLessThanOrEqual(end);
        for (let row = 0; row < viewport.count; row += 1) {
          const top = row * viewport.rowHeight;
          const isSeen =
            top + viewport.rowHeight > viewport.scrollTop && top < viewport.scrollTop + viewport.height;
          if (isSeen) expect(row >= start && row < end).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('scrollTopShowing', () => {
  const viewport = { count: 100, rowHeight: 24, scrollTop: 480, height: 240 };
  it.each([
    { name: 'a row in view moves nothing', index: 22, expected: 480 },
    { name: 'a row above becomes the first', index: 5, expected: 120 },
    { name: 'a row below becomes the last', index: 40, expected: 744 },
  ])('$name', ({ index, expected }) => {
    expect(scrollTopShowing(index, viewport)).toBe(expected);
  });
});

describe('scrollTopAfter', () => {
  const viewport = { count: 6, rowHeight: 10, scrollTop: 25, height: 20 };
  const before = ['a', 'b', 'c', 'd', 'e', 'f'];
  const hold: Hold = { held: null, rearranged: false, followEnd: false };

  it.each<{
    name: string;
    after: readonly string[];
    scrollTop?: number;
    hold?: Partial<Hold>;
    expected: number;
  }>([
    { name: 'rows at the end move nothing', after: [...before, 'g', 'h'], expected: 25 },
    { name: 'a row above moves with its height', after: ['x', ...before], expected: 35 },
    { name: 'a row that went above pulls up', after: ['b', 'c', 'd', 'e', 'f'], expected: 15 },
    {
      name: 'the next row takes over from one that has gone',
      after: ['a', 'b', 'd', 'e', 'f'],
      expected: 15,
    },
    { name: 'a list that is left with nothing known starts at its top', after: [], expected: 0 },
    { name: 'a list at its top stays there', after: ['x', ...before], scrollTop: 0, expected: 0 },
    {
      name: 'a held row in view stays where it is, also at the top',
      after: ['x', 'y', ...before],
      scrollTop: 0,
      hold: { held: 'b' },
      expected: 20,
    },
    {
      name: 'a held row in view goes before the first in view',
      after: ['a', 'b', 'c', 'x', 'd', 'e', 'f'],
      hold: { held: 'd' },
      expected: 35,
    },
    {
      name: 'a held row out of view holds nothing',
      after: ['x', ...before],
      scrollTop: 0,
      hold: { held: 'f' },
      expected: 0,
    },
    {
      name: 'a held row that has gone leaves it to the first in view',
      after: ['x', 'a', 'b', 'c', 'e', 'f'],
      hold: { held: 'd' },
      expected: 35,
    },
    {
      name: 'a list at its end follows it',
      after: [...before, 'g', 'h'],
      scrollTop: 40,
      hold: { followEnd: true },
      expected: 60,
    },
    {
      name: 'a list at its end stays with a held row',
      after: [...before, 'g', 'h'],
      scrollTop: 40,
      hold: { followEnd: true, held: 'f' },
      expected: 40,
    },
    {
      name: 'rows that were arranged anew are read from the top',
      after: ['f', 'e', 'd', 'c', 'b', 'a'],
      hold: { rearranged: true },
      expected: 0,
    },
    {
      name: 'rows that were arranged anew are held all the same by a row in view',
      after: ['f', 'e', 'd', 'c', 'b', 'a'],
      hold: { rearranged: true, held: 'e' },
      expected: 0,
    },
  ])('$name', ({ after, scrollTop = 25, hold: more, expected }) => {
    expect(
      scrollTopAfter(keysOf(before), keysOf(after), { ...viewport, scrollTop }, { ...hold, ...more }),
    ).toBe(expected);
  });

  it('keeps any held row in view where it is, as far as the list reaches', () => {
    const keys = fc.uniqueArray(fc.nat(60).map(String), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        keys,
        fc.array(fc.nat(200).map((each) => `new ${each}`)),
        fc.nat(400),
        (rows, added, at) => {
          const after = [...new Set(added), ...rows];
          const longest = Math.max(0, rows.length * 10 - 100);
          const view = { count: rows.length, rowHeight: 10, scrollTop: Math.min(at, longest), height: 100 };
          const held = rows[Math.floor(view.scrollTop / 10)] ?? null;
          const to = scrollTopAfter(keysOf(rows), keysOf(after), view, { ...hold, held });
          const moved = (after.indexOf(held ?? '') - rows.indexOf(held ?? '')) * 10;
          const reach = Math.max(0, after.length * 10 - 100);
          expect(to).toBe(Math.min(reach, view.scrollTop + moved));
        },
      ),
    );
  });
});
