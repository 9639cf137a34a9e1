import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDifference } from '../../../../src/panel/view-models/describe-difference.ts';

const sentences = (value: string, wanted: string) =>
  describeDifference(value, wanted).map((parts) => parts.map(({ text }) => text).join(''));

const PAGE = 'http://localhost:3000';

describe('what differs, in words', () => {
  it.each<[value: string, wanted: string, ...expected: string[]]>([
    [`${PAGE}/`, PAGE, 'Differs at the end: an extra /.'],
    [`${PAGE}/api`, PAGE, 'Differs at the end: an extra /api.'],
    ['https://localhost:3000', PAGE, 'The scheme differs: https, not http.'],
    ['http://localhost:5173', PAGE, 'The port differs: 5173, not 3000.'],
    ['http://localhost', PAGE, 'The port is missing: 3000.'],
    ['http://a.test:80', 'http://a.test', 'The port doesn’t belong there: 80.'],
    ['http://127.0.0.1:3000', PAGE, 'The host differs: 127.0.0.1, not localhost.'],
    [
      'HTTP://LOCALHOST:3000',
      PAGE,
      'Letter case differs: HTTP, not http.',
      'Letter case differs: LOCALHOST, not localhost.',
    ],
    ['https://localhost:80', PAGE, 'The scheme differs: https, not http.', 'The port differs: 80, not 3000.'],
    ['http://l\u043ecalhost:3000', PAGE, '\u043e (U+043E) only looks like o: it is another character.'],
    ['https://app.example.com', PAGE, 'Scheme, host and port all differ.'],
    ['http://local\u200bhost:3000', PAGE, 'Differs inside: an extra \u27e8U+200B\u27e9.'],
    ['http://localhost :3000', PAGE, 'Differs inside: an extra space.'],
    [`"${PAGE}"`, PAGE, 'Differs at the start: an extra ".', 'Differs at the end: an extra ".'],
    [`${PAGE},http://a.test`, PAGE, 'Differs at the end: an extra ,http://a.test.'],
    ['localhost:3000', PAGE, 'Differs at the start: http:// is missing.'],
    ['True', 'true', 'Letter case differs: T, not t.'],
    ['1', 'true', 'They have nothing in common.'],
    ['', PAGE, 'The header is there, and nothing is in it.'],
    ['a.b.c.d.e', 'A.B.C.D.E', 'They differ in 5 places.'],
  ])('%s for %s', (value, wanted, ...expected) => {
    expect(sentences(value, wanted)).toEqual(expected);
  });

  it('is something exactly where two values differ, and never has anything in it that can’t be seen', () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(PAGE, `${PAGE}/`, '*', 'null', ''),
    );
    fc.assert(
      fc.property(values, values, (value, wanted) => {
        const said = sentences(value, wanted);
        expect(said.length > 0).toBe(value !== wanted);
        for (const sentence of said) expect(sentence).not.toMatch(/\p{C}|[{}]\w+[{}]/u);
      }),
    );
  });
});
