import { describe, expect, test } from 'vitest';
import { allowOriginProblem, allowsCredentials } from '../../../src/fetch/cors-check.ts';
import { allowsMethod, disallowedHeaders } from '../../../src/fetch/cors-preflight-fetch.ts';
import { CHROMIUM, FIREFOX, STANDARD, WEBKIT } from '../../../src/fetch/engines.ts';
import { readableOfBasicResponse, readableOfCorsResponse } from '../../../src/fetch/exposed-headers.ts';
import { extractHeaderListValues } from '../../../src/fetch/extract-header-list-values.ts';
import { normalizeMethod } from '../../../src/fetch/normalize-method.ts';
import { PAGE } from './exchange-fixture.ts';

describe('extract header list values', () => {
  test.each([
    [[], []],
    [[''], []],
    [[',,'], []],
    [['PUT, GET'], ['PUT', 'GET']],
    [['\tPUT\t,,GET '], ['PUT', 'GET']],
    [
      ['PUT', '', 'GET'],
      ['PUT', 'GET'],
    ],
    [['*'], ['*']],
  ])('%j gives %j', (lines, values) => {
    expect(extractHeaderListValues(lines)).toEqual({ ok: true, values });
  });

  test.each([
    [['PUT;GET'], 'PUT;GET'],
    [['PUT, G@T'], 'G@T'],
    [['PUT', 'G ET'], 'G ET'],
    [['PUT\u00a0'], 'PUT\u00a0'],
    [['"*"'], '"*"'],
  ])('%j is invalid because of %j', (lines, invalid) => {
    expect(extractHeaderListValues(lines)).toEqual({ ok: false, invalid });
  });
});

describe('CORS check: Access-Control-Allow-Origin', () => {
  /** Lines, problem without credentials, with credentials. */
  test.each([
    [[], 'missing', 'missing'],
    [['*'], null, 'wildcard-with-credentials'],
    [[' * '], null, 'wildcard-with-credentials'],
    [[PAGE], null, null],
    [[` ${PAGE}`], null, null],
    [[`${PAGE}/`], 'mismatch', 'mismatch'],
    [['HTTPS://app.example'], 'mismatch', 'mismatch'],
    [['null'], 'mismatch', 'mismatch'],
    [['app.example:443'], 'mismatch', 'mismatch'],
    [[''], 'invalid', 'invalid'],
    [['foo'], 'invalid', 'invalid'],
    [['**'], 'invalid', 'invalid'],
    [[`${PAGE}\u00a0`], 'invalid', 'invalid'],
    [[PAGE, PAGE], 'multiple', 'multiple'],
    [['*', PAGE], 'multiple', 'multiple'],
    [[`${PAGE}, https://b.example`], 'multiple', 'multiple'],
    [[`${PAGE} https://b.example`], 'multiple', 'multiple'],
    [['*,'], 'multiple', 'multiple'],
  ] as const)('%j', (lines, without, included) => {
    expect(allowOriginProblem(lines, PAGE, false, CHROMIUM)).toBe(without);
    expect(allowOriginProblem(lines, PAGE, true, CHROMIUM)).toBe(included);
    expect(allowOriginProblem(lines, PAGE, false, FIREFOX)).toBe(
      without === 'invalid' ? 'mismatch' : without,
    );
  });

  test('the word null matches an opaque origin', () => {
    expect(allowOriginProblem(['null'], 'null', false, CHROMIUM)).toBeNull();
  });
});

describe('CORS check: Access-Control-Allow-Credentials', () => {
  test.each([
    [[], false, false],
    [['true'], true, true],
    [[' true'], true, true],
    [['True'], false, false],
    [['true', 'true'], false, false],
    [['', 'true'], false, true],
  ])('%j', (lines, inChromium, inFirefox) => {
    expect(allowsCredentials(lines, CHROMIUM)).toBe(inChromium);
    expect(allowsCredentials(lines, FIREFOX)).toBe(inFirefox);
  });
});

describe('CORS-preflight fetch', () => {
  test.each([
    ['POST', [], false, true],
    ['PUT', [], false, false],
    ['PUT', ['PUT'], true, true],
    ['PUT', ['put'], false, false],
    ['patch', ['PATCH'], false, false],
    ['PUT', ['*'], false, true],
    ['PUT', ['*'], true, false],
  ])('method %s with %j, credentials %s', (method, lines, included, allowed) => {
    expect(allowsMethod(method, lines, included)).toBe(allowed);
  });

  test('names every header that is missing', () => {
    expect(disallowedHeaders(['x-a', 'x-b', 'x-c'], ['X-B'], false, CHROMIUM)).toEqual(['x-a', 'x-c']);
  });

  test('engines let * cover Authorization, the standard does not', () => {
    for (const engine of [CHROMIUM, FIREFOX, WEBKIT]) {
      expect(disallowedHeaders(['authorization'], ['*'], false, engine)).toEqual([]);
      expect(disallowedHeaders(['authorization'], ['*'], true, engine)).toEqual(['authorization']);
    }
    const strict = { ...STANDARD, engine: 'chromium' } as const;
    expect(disallowedHeaders(['authorization', 'x-a'], ['*'], false, strict)).toEqual(['authorization']);
  });
});

describe('readable headers', () => {
  const headers = [
    ['Content-Type', 'text/plain'],
    ['ETag', '"1"'],
    ['X-A', '1'],
    ['Set-Cookie', 'a=1'],
  ] as const;
  const names = (list: readonly (readonly [string, string])[]) => list.map(([name]) => name);

  test.each([
    [[], false, ['Content-Type']],
    [['etag, X-A'], false, ['Content-Type', 'ETag', 'X-A']],
    [['*'], false, ['Content-Type', 'ETag', 'X-A']],
    [['*'], true, ['Content-Type']],
    [['X-A, caf\u00e9'], false, ['Content-Type']],
    [['Set-Cookie'], false, ['Content-Type']],
  ])('exposing %j, credentials %s', (lines, included, readable) => {
    const result = readableOfCorsResponse(headers, lines, included);
    expect(names(result.readable)).toEqual(readable);
    expect(result.readable.length + result.hidden.length).toBe(headers.length);
  });

  test('a same-origin response hides only cookies', () => {
    expect(names(readableOfBasicResponse(headers).hidden)).toEqual(['Set-Cookie']);
  });
});

test.each([
  ['put', 'PUT'],
  ['get', 'GET'],
  ['patch', 'patch'],
  ['Foo', 'Foo'],
])('normalize %s to %s', (method, expected) => {
  expect(normalizeMethod(method)).toBe(expected);
});
