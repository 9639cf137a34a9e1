import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainHttpUrl, urlParts } from '../../../src/fetch/url-parts.ts';
import { parseUrl } from '../../../src/model/url.ts';

const PLAIN = [
  'https://api.example.com/',
  'https://api.example.com/items/7?q=a b#c',
  'http://localhost:5173/src/main.ts',
  'http://a-b.c3:8080//two;v=1,2/@me/~you/file.tar.gz',
];

/** Each has something that parsing changes or refuses, or that only parsing can tell. */
const NOT_PLAIN = [
  '',
  '/items',
  'https://api.example.com',
  'https://API.example.com/',
  'https://api.example.com:443/',
  'http://api.example.com:80/',
  'https://api.example.com:070/',
  'https://api.example.com:99999/',
  'https://user:password@api.example.com/',
  'https://api.example.com@evil.example/',
  'https://api.example.com\\@evil.example/',
  'https://127.1/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://bücher.example/',
  'https://example.com/a/../b',
  'https://example.com/./a',
  'https://example.com/a b',
  'https://example.com/%2e%2e/a',
  ' https://example.com/',
  'https://example.com/\n',
  'ftp://example.com/',
  'data:,x',
];

describe('urlParts', () => {
  it.each([...PLAIN, ...NOT_PLAIN, 'https://xn--bcher-kva.example/', 'https://xn--a.example/'])(
    'agrees with the parser: %j',
    (url) => expectSameAsParser(url),
  );

  it('agrees with the parser on anything that looks like a URL', () => {
    const label = fc.stringMatching(/^[a-z0-9.-]{0,8}$/);
    const path = fc.stringMatching(/^[\w./~@%?#\\ :;-]{0,12}$/);
    const port = fc.oneof(fc.constant(''), fc.stringMatching(/^:\d{0,5}$/));
    const scheme = fc.constantFrom('http://', 'https://', 'https:/', 'ftp://', '//');
    fc.assert(
      fc.property(scheme, label, label, port, path, (start, one, other, portText, rest) =>
        expectSameAsParser(`${start}${one}${other}${portText}/${rest}`),
      ),
      { numRuns: 5000 },
    );
  });

  it('copes with long URLs of any kind', () => {
    for (const unit of ['a', 'a.', 'a-', '/', '/a', '/.', ':', '%']) {
      expectSameAsParser(`https://${unit.repeat(200_000)}`);
      expectSameAsParser(`https://a.example/${unit.repeat(200_000)}`);
    }
  });
});

describe('isPlainHttpUrl', () => {
  it.each(PLAIN)('%j', (url) => expect(isPlainHttpUrl(url)).toBe(true));
  it.each(NOT_PLAIN)('not %j', (url) => expect(isPlainHttpUrl(url)).toBe(false));
});

function expectSameAsParser(url: string): void {
  const parsed = parseUrl(url);
  const parts = urlParts(url);
  if (parsed === null || parts === null) expect(parts).toBe(parsed);
  else expect(parsed).toMatchObject(parts);
}
