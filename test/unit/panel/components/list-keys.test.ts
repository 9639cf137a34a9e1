import { describe, expect, it } from 'vitest';
import { moveInList } from '../../../../src/panel/components/list-keys.ts';

describe('moveInList', () => {
  it.each([
    { key: 'ArrowDown', index: 3, expected: 4 },
    { key: 'ArrowDown', index: 9, expected: 9 },
    { key: 'ArrowDown', index: -1, expected: 0 },
    { key: 'ArrowUp', index: 3, expected: 2 },
    { key: 'ArrowUp', index: 0, expected: 0 },
    { key: 'PageDown', index: 3, expected: 7 },
    { key: 'PageDown', index: 8, expected: 9 },
    { key: 'PageUp', index: 3, expected: 0 },
    { key: 'Home', index: 3, expected: 0 },
    { key: 'End', index: 3, expected: 9 },
    { key: 'Enter', index: 3, expected: null },
    { key: 'a', index: 3, expected: null },
  ])('$key on row $index of 10 leads to $expected', ({ key, index, expected }) => {
    expect(moveInList(key, { index, count: 10, perPage: 4 })).toBe(expected);
  });

  it('leads nowhere in an empty list', () => {
    expect(moveInList('End', { index: -1, count: 0, perPage: 4 })).toBeNull();
  });
});
