import { expect, it } from 'vitest';
import { withoutFragment } from '../../browsers/truth.ts';

it.each([
  ['http://a.test/?q=1#part#two', 'http://a.test/?q=1'],
  ['http://a.test/', 'http://a.test/'],
])('%s without its fragment is %s', (url, expected) => {
  expect(withoutFragment(url)).toBe(expected);
});
