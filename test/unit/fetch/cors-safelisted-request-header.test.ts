import { describe, expect, test } from 'vitest';
import {
  type UnsafeDetail,
  unsafeRequestHeaderDetail,
} from '../../../src/fetch/cors-safelisted-request-header.ts';
import { corsUnsafeRequestHeaderNames } from '../../../src/fetch/cors-unsafe-request-header-names.ts';
import { CHROMIUM, FIREFOX } from '../../../src/fetch/engines.ts';
import { isNoCorsSafelistedRequestHeader } from '../../../src/fetch/no-cors-safelisted-request-header.ts';

const HEADERS: readonly (readonly [string, string, UnsafeDetail | null])[] = [
  ['accept', '*/*', null],
  ['accept', 'a\tb', null],
  ['accept', 'a"b', 'value'],
  ['accept', 'a(b', 'value'],
  ['accept', 'a:b', 'value'],
  ['accept', 'a\\b', 'value'],
  ['accept', 'a\u007fb', 'value'],
  ['accept', 'a'.repeat(128), null],
  ['accept', 'a'.repeat(129), 'too-long'],
  ['accept-language', 'en-US,en;q=0.5', null],
  ['accept-language', 'a\tb', 'value'],
  ['accept-language', 'EN_us', 'value'],
  ['accept-language', 'a~b', 'value'],
  ['content-language', '*', null],
  ['content-language', 'a!b', 'value'],
  ['content-type', 'text/plain', null],
  ['content-type', 'TEXT/PLAIN', null],
  ['content-type', 'text/plain;a\tb', null],
  ['content-type', 'text/plain; charset=UTF-8', null],
  ['content-type', 'application/x-www-form-urlencoded', null],
  ['content-type', 'multipart/form-data; boundary=x', null],
  ['content-type', 'multipart/form-data; boundary="x"', 'value'],
  ['content-type', 'application/json', 'value'],
  ['content-type', 'text /plain', 'value'],
  ['content-type', '', 'value'],
  ['range', 'bytes=0-', null],
  ['range', 'bytes=5-5', null],
  ['range', 'bytes=10-5', 'value'],
  ['range', 'bytes=-5', 'value'],
  ['range', 'bytes=0-1,3-4', 'value'],
  ['range', 'bytes=\t0-10', 'value'],
  ['range', 'bytes=0-99999999999999999999', 'value'],
  ['x-requested-with', 'XMLHttpRequest', 'name'],
  ['authorization', 'Bearer x', 'name'],
  ['__proto__', 'x', 'name'],
];

describe('CORS-safelisted request-header', () => {
  test.each(HEADERS)('%s: %j', (name, value, detail) => {
    expect(unsafeRequestHeaderDetail(name, value, CHROMIUM)).toBe(detail);
    expect(unsafeRequestHeaderDetail(name, value, FIREFOX)).toBe(detail);
  });

  test.each([
    ['accept', 'a\u00e9b', 'value'],
    ['dpr', '2', 'name'],
    ['save-data', 'on', 'name'],
  ])('%s: %j is safe in Chromium only', (name, value, inFirefox) => {
    expect(unsafeRequestHeaderDetail(name, value, CHROMIUM)).toBeNull();
    expect(unsafeRequestHeaderDetail(name, value, FIREFOX)).toBe(inFirefox);
  });
});

describe('CORS-unsafe request-header names', () => {
  test('gives each name once, sorted, in lower case', () => {
    const headers = [
      ['X-Zed', '1'],
      ['Accept', '*/*'],
      ['x-a', '1'],
      ['X-Zed', '2'],
    ] as const;
    expect(corsUnsafeRequestHeaderNames(headers, CHROMIUM)).toEqual([
      { name: 'x-a', detail: 'name' },
      { name: 'x-zed', detail: 'name' },
    ]);
  });

  test('counts the values of safelisted headers together', () => {
    const eight = Array.from({ length: 8 }, () => ['Accept', 'a'.repeat(128)] as const);
    expect(corsUnsafeRequestHeaderNames(eight, CHROMIUM)).toEqual([]);
    expect(corsUnsafeRequestHeaderNames([...eight, ['Accept-Language', 'a']], CHROMIUM)).toEqual([
      { name: 'accept', detail: 'total-too-long' },
      { name: 'accept-language', detail: 'total-too-long' },
    ]);
  });
});

test.each([
  ['accept', '*/*', true],
  ['content-type', 'text/plain', true],
  ['content-type', 'application/json', false],
  ['range', 'bytes=0-', false],
  ['x-a', '1', false],
])('no-CORS-safelisted request-header: %s: %s', (name, value, expected) => {
  expect(isNoCorsSafelistedRequestHeader(name, value, CHROMIUM)).toBe(expected);
});
