import { describe, expect, it } from 'vitest';
import { isForbiddenMethod } from '../../../src/fetch/forbidden-method.ts';
import { isHeaderValue } from '../../../src/fetch/header-value.ts';

describe('isHeaderValue', () => {
  it.each(['', 'a', 'a, b', 'a\tb', '\u0001', '\u007f', 'café', '\u00ff'])('takes %j', (value) => {
    expect(isHeaderValue(value)).toBe(true);
  });

  it.each(['a\nb', 'a\rb', 'a\0b', ' a', 'a ', '\ta', 'a\n', 'ł', '😀', '\ud800'])('refuses %j', (value) => {
    expect(isHeaderValue(value)).toBe(false);
  });
});

describe('isForbiddenMethod', () => {
  it.each(['CONNECT', 'trace', 'Track'])('%s is forbidden', (method) => {
    expect(isForbiddenMethod(method)).toBe(true);
  });

  it.each(['GET', 'PATCH', 'TRACES', ''])('%j is not', (method) => {
    expect(isForbiddenMethod(method)).toBe(false);
  });
});
