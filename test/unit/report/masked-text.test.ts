import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskUrl, maskValue } from '../../../src/model/mask-secrets.ts';
import { splitAtMasks } from '../../../src/report/masked-text.ts';

it.each([
  ['no secret', ['no secret']],
  ['', []],
  [maskValue('Bearer abcdef'), ['*Bearer']],
  [maskValue('abcdef'), ['*']],
  ['sid=[masked: 3 characters]; b=c', ['sid=', '*', '; b=c']],
  [maskUrl('https://api.example.com/a?token=abcdef&b=c'), ['https://api.example.com/a?token=', '*', '&b=c']],
  [maskUrl('https://me:secret@api.example.com/'), ['https://', '*', ':', '*', '@api.example.com/']],
  ['unmasked-12', ['unmasked-12']],
  ['/masked-12-files', ['/masked-12-files']],
])('takes %j apart', (value, expected) => {
  const parts = splitAtMasks(value);
  expect(parts.map((part) => (part.kind === 'text' ? part.text : `*${part.scheme ?? ''}`))).toEqual(expected);
});

it('loses nothing', () => {
  const piece = fc.constantFrom('[masked: 3 characters]', 'masked-4', '/', '=', 'a', '[masked: ', ']', '&');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const value = pieces.join('');
      expect(
        splitAtMasks(value)
          .map(({ text }) => text)
          .join(''),
      ).toBe(value);
    }),
  );
});
