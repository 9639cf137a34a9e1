import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../../src/model/decode-utf8.ts';

test.each([
  ['plain', 'plain', true],
  ['\u00c3\u00a9', '\u00e9', true],
  ['\u00e2\u0082\u00ac', '\u20ac', true],
  ['\u00f0\u009f\u0098\u0080', '\u{1f600}', true],
  ['a\u00a0', 'a\ufffd', false],
  ['\u00c3', '\ufffd', false],
  ['\u00c0\u0080', '\ufffd\ufffd', false],
  ['\u20ac', '\u20ac', true],
])('UTF-8 of %j is %j', (bytes, text, valid) => {
  expect(decodeUtf8(bytes)).toEqual({ text, valid });
});
