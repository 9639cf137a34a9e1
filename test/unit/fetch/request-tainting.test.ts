import { expect, test } from 'vitest';
import { taintingOfHops } from '../../../src/fetch/request-tainting.ts';
import { exchange, hop, PAGE } from './exchange-fixture.ts';

const A = `${PAGE}/a`;
const B = 'https://b.example/b';
const C = 'http://c.example:8080/c';

/** URLs, then for each hop: `-` no CORS, `c` CORS, `t` CORS with the Origin tainted. */
test.each([
  [[A], '-'],
  [[B], 'c'],
  [[A, A], '--'],
  [[A, B], '-c'],
  [[A, B, B], '-cc'],
  [[B, B], 'cc'],
  [[B, C], 'ct'],
  [[B, A], 'ct'],
  [[A, B, A], '-ct'],
  [[B, C, B], 'ctt'],
  [[B, 'HTTPS://B.EXAMPLE:443/upper'], 'cc'],
  [['https://app.example.evil.test/'], 'c'],
  [['https://app.example:8443/'], 'c'],
  [['https://user@app.example/'], '-'],
  [['https://app.example:443/'], '-'],
  [['not a URL'], 'c'],
])('%j', (urls, expected) => {
  const [first = '', ...rest] = urls;
  const hops = taintingOfHops(exchange([hop({ url: first }), ...rest.map((url) => hop({ url }))]));
  expect(hops.map(({ cors, tainted }) => (tainted ? 't' : cors ? 'c' : '-')).join('')).toBe(expected);
});

test('an opaque origin is same origin with nothing', () => {
  expect(taintingOfHops(exchange([hop({ url: 'null' })], { initiator: 'null' }))).toEqual([
    { cors: true, tainted: false, ownOrigin: false },
  ]);
});
