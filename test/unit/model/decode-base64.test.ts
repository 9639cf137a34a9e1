import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64 } from '../../../src/model/decode-base64.ts';

it('base64 is decoded in both alphabets, with or without its padding', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = String.fromCharCode(...bytes);
      for (const encoding of ['base64', 'base64url'] as const) {
        expect(decodeBase64(Buffer.from(bytes).toString(encoding))).toBe(text);
      }
    }),
  );
});

it('it ends where something else begins', () => {
  expect(decodeBase64('eyJhIjoxfQ.rest')).toBe('{"a":1}');
});
