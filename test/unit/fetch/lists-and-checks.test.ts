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
    [['PUT;GET'], 'PUT;GET', []],
    [['PUT, G@T'], 'G@T', ['PUT']],
    [['PUT', 'G ET', 'GET'], 'G ET', ['PUT']],
    [['PUT\u00a0'], 'PUT\u00a0', []],
    [['"*"'], '"*"', []],
  ])('%j is invalid because of %j', (lines, invalid, before) => {
    expect(extractHeaderListValues(lines)).toEqual({ ok: false, invalid, before });
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
    // Bytes, one a character.
    [['https://\u00e4pp.example'], 'invalid', 'invalid'],
    [['https://a\u00ffb.example'], 'invalid', 'invalid'],
    [['https://\u00c3\u00a4pp.example'], 'mismatch', 'mismatch'],
    [['https://\u00ef\u00bf\u00bd.example'], 'invalid', 'invalid'],
    [['https://app.example/\u00ff'], 'mismatch', 'mismatch'],
    [['https://\u00ff@app.example'], 'mismatch', 'mismatch'],
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
    [[], 'omit', ['Content-Type']],
    [['etag, X-A'], 'omit', ['Content-Type', 'ETag', 'X-A']],
    [['etag, X-A'], 'unknown', ['Content-Type', 'ETag', 'X-A']],
    [['*'], 'omit', ['Content-Type', 'ETag', 'X-A']],
    [['*'], 'same-origin', ['Content-Type', 'ETag', 'X-A']],
    [['*'], 'include', ['Content-Type']],
    [['X-A, caf\u00e9'], 'omit', ['Content-Type']],
    [['Set-Cookie'], 'omit', ['Content-Type']],
  ] as const)('exposing %j, credentials %s', (lines, credentials, readable) => {
    for (const engine of [CHROMIUM, FIREFOX, WEBKIT]) {
      const result = readableOfCorsResponse(headers, lines, credentials, engine);
      expect(names(result.readable)).toEqual(readable);
      expect(result.readable.length + result.hidden.length).toBe(headers.length);
      expect(result.conditions).toEqual([]);
    }
  });

  test.each([
    [['*'], 'unknown', ['credentials-not-include'], ['credentials-not-include']],
    [['X-A, *'], 'unknown', ['credentials-not-include'], ['credentials-not-include']],
    [['*, a b'], 'omit', [], ['fetch']],
    [['*', 'a b'], 'omit', [], ['fetch']],
    [['x-b, *, caf\u00e9, x-c'], 'omit', [], ['fetch']],
    [['*, a b'], 'unknown', [], ['fetch', 'credentials-not-include']],
    [['*, a b'], 'include', [], []],
    [['a b, *'], 'omit', [], []],
    [['a b', '*'], 'omit', [], []],
    [['x-a, a b'], 'omit', [], []],
    [['a b, x-a'], 'omit', [], []],
  ] as const)('exposing %j, credentials %s', (lines, credentials, inChromium, inFirefox) => {
    for (const [engine, conditions] of [
      [CHROMIUM, inChromium],
      [FIREFOX, inFirefox],
    ] as const) {
      const result = readableOfCorsResponse(headers, lines, credentials, engine);
      const isOpen = conditions.length > 0;
      expect(result.conditions).toEqual(conditions);
      expect(names(result.conditional).includes('ETag')).toBe(isOpen);
      expect(names(result.hidden)).toEqual(isOpen ? ['Set-Cookie'] : ['ETag', 'X-A', 'Set-Cookie']);
    }
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
