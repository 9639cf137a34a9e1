import { describe, expect, it } from 'vitest';
import { accessOf, coversOrigin, patternOf } from '../../../src/model/host-access.ts';

describe('accessOf', () => {
  it.each([
    [[], { sites: 'none' }],
    [['<all_urls>'], { sites: 'all' }],
    [['https://a.example/*', '*://*/*'], { sites: 'all' }],
    [['https://*/*'], { sites: 'some', patterns: ['https://*/*'] }],
    [['*://a.example/*'], { sites: 'some', patterns: ['*://a.example/*'] }],
  ])('%j: %j', (patterns, access) => {
    expect(accessOf(patterns)).toEqual(access);
  });
});

describe('coversOrigin', () => {
  it.each<[pattern: string, origin: string, covers: boolean]>([
    ['*://a.example/*', 'http://a.example:8080', true],
    ['*://a.example/*', 'https://a.example', true],
    ['*://a.example/*', 'https://www.a.example', false],
    ['*://*.a.example/*', 'https://www.a.example', true],
    ['*://*.a.example/*', 'https://a.example', true],
    ['*://*.a.example/*', 'https://ba.example', false],
    ['https://a.example/*', 'http://a.example', false],
    ['https://*/*', 'https://b.example', true],
    ['https://*/*', 'http://b.example', false],
    ['http://localhost:3000/*', 'http://localhost:3000', true],
    ['http://localhost:3000/*', 'http://localhost:4000', false],
    ['https://a.example:443/*', 'https://a.example', true],
    ['http://a.example:*/*', 'http://a.example:81', true],
    ['http://[::1]/*', 'http://[::1]:3000', true],
    ['*://a.example/*', 'chrome-extension://a.example', false],
    ['file:///*', 'http://a.example', false],
    ['nonsense', 'http://a.example', false],
  ])('%s, %s: %s', (pattern, origin, covers) => {
    expect(coversOrigin({ sites: 'some', patterns: [pattern] }, origin)).toBe(covers);
  });

  it('an opaque origin is of no site', () => {
    expect(coversOrigin({ sites: 'none' }, 'null')).toBe(true);
    expect(coversOrigin({ sites: 'none' }, 'https://a.example')).toBe(false);
    expect(coversOrigin({ sites: 'all' }, 'https://a.example')).toBe(true);
  });
});

describe('patternOf', () => {
  it.each([
    ['https://a.example', 'https://a.example/*'],
    ['http://localhost:3000', 'http://localhost/*'],
    ['http://[::1]:3000', 'http://[::1]/*'],
  ])('%s: %s, which covers it', (origin, pattern) => {
    expect(patternOf(origin)).toBe(pattern);
    expect(coversOrigin(accessOf([pattern]), origin)).toBe(true);
  });
});
