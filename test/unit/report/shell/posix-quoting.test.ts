import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotePosix, quotePosixParts } from '../../../../src/report/shell/posix-quoting.ts';

const SHELLS = ['sh', 'bash'];

/** What a shell makes of the words: the arguments that a command gets. */
function argumentsIn(shell: string, words: readonly string[], variables = ''): readonly string[] {
  const script = `print_all() { printf '%s\\0' "$@"; }\n${variables}\nprint_all ${words.join(' ')}\n`;
  const { stdout, stderr } = spawnSync(shell, { input: script, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\0').slice(0, -1);
}

describe.each(SHELLS)('quotePosix, read by %s', (shell) => {
  it('gives exactly the text as one argument, and runs none of it', () => {
    const texts = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...`'"$\`\\!*?[]{}()<>|&;#~=% \n\t-@a`) }),
      ),
      2_000,
    );
    const usable = texts.map((text) => text.replaceAll('\0', '').replace(/\p{Cs}/gu, ''));
    expect(argumentsIn(shell, usable.map(quotePosix))).toEqual(usable);
  });

  it('expands variables, and only once', () => {
    const word = quotePosixParts([{ literal: '$YOUR_A ' }, { variable: 'YOUR_A' }, { literal: "'" }]);
    expect(argumentsIn(shell, [word], "YOUR_A='$(echo no) *  `x`'")).toEqual(["$YOUR_A $(echo no) *  `x`'"]);
  });
});

describe('quotePosix', () => {
  it.each([
    ['PUT', 'PUT'],
    ['', "''"],
    ['-x', "'-x'"],
    ['~', "'~'"],
    ["it's", `'it'\\''s'`],
  ])('%s becomes %s', (text, expected) => expect(quotePosix(text)).toBe(expected));

  it('refuses what no argument can hold', () => expect(() => quotePosix('a\0b')).toThrow(RangeError));

  it.each(['PATH;ls', 'a', '', '$X'])('refuses %j as the name of a variable', (variable) => {
    expect(() => quotePosixParts([{ variable }])).toThrow(RangeError);
  });
});
