import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPath } from '../../../../src/panel/view-models/path-ends.ts';

describe('splitPath', () => {
  it.each([
    { path: '/', start: '', end: '/' },
    { path: '/v1/orders', start: '', end: '/v1/orders' },
    { path: '/v1/users/42', start: '/v1', end: '/users/42' },
    { path: '/content-type-only-allowed', start: '/content-type-onl', end: 'y-allowed' },
    { path: '/v1/items?page=2', start: '/v1/items', end: '?page=2' },
    { path: '/a-long-folder-of-the-site/', start: '/a-long-folder-of-', end: 'the-site/' },
  ])('$path keeps $end', ({ path, start, end }) => {
    expect(splitPath(path)).toEqual({ start, end });
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const { start, end } = splitPath(path);
        expect(start + end).toBe(path);
        expect(end.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
