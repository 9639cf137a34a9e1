import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBlock, inlineCode, joinInline, plainText } from '../../../../src/report/markdown/quoting.ts';
import { makeVisible } from '../../../../src/report/visible-text.ts';
import { HOSTILE_TEXTS, readMarkdown } from './reading.ts';

const PIECE = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'`\\ *_[](){}<>#!@&|~-+.=:/$\'"a1\n\t'), maxLength: 20 }),
  fc.constantFrom('plain words', 'it’s', 'ends.'),
);
const HOSTILE = fc.array(PIECE, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));

describe('inlineCode', () => {
  it.each([
    ['PUT', '`PUT`'],
    ['', '(empty)'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    [' a ', '`  a  `'],
    ['a\nb', '`a␊b`'],
    ['\u202Ea', '`⟨U+202E⟩a`'],
  ])('%j becomes %s', (value, expected) => expect(inlineCode(value)).toBe(expected));

  it('is one code span with exactly the value, wherever it stands', () => {
    fc.assert(
      fc.property(HOSTILE, fc.constantFrom('', '- ', '## ', 'word '), (value, before) => {
        const shown = makeVisible(value);
        fc.pre(shown.length <= 300 && /[^ ]/.test(shown));
        const { blocks, inline, code } = readMarkdown(`${before}${inlineCode(value)} after`);
        expect(code).toEqual([shown]);
        expect([...inline].filter((type) => type !== 'text')).toEqual(['codespan']);
        expect(blocks.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2_000 },
    );
  });

  it('cuts long values, and says how long they were', () => {
    expect(inlineCode('a'.repeat(100_000))).toBe(`\`${'a'.repeat(300)}… [cut: 100,000 characters in all]\``);
  });
});

describe('codeBlock', () => {
  it('is one block with one line for each', () => {
    fc.assert(
      fc.property(fc.array(HOSTILE, { maxLength: 4 }), (values) => {
        fc.pre(values.every((line) => line.length <= 400));
        const lines = ['GET', ...values, 'end'];
        const { blocks, code, inline } = readMarkdown(`before\n\n${codeBlock('http', lines)}\n\nafter`);
        expect(blocks).toEqual(['paragraph', 'code http', 'paragraph']);
        expect(code).toEqual(lines.map(makeVisible));
        expect([...inline]).toEqual(['text']);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('plainText', () => {
  it.each([
    ['The server’s log (if any) says “why”.', 'The server’s log (if any) says “why”.'],
    ['It answered 500.', 'It answered 500.'],
    ['1. item', '`1`. item'],
    ['see @someone, #12 and https://evil.example!', 'see `@someone`, `#12` and `https://evil.example`!'],
    ['<b>bold</b> **bold**', '`<b>bold</b>` `**bold**`'],
    ['a_b', '`a_b`'],
  ])('%j becomes %s', (text, expected) => expect(plainText(text)).toBe(expected));

  it('is only ever text and code, and says the same', () => {
    fc.assert(
      fc.property(HOSTILE, fc.constantFrom('', '- ', '## ', '**x** '), (text, before) => {
        const words = text.split(/[\t\n\r ]+/).map(makeVisible);
        // Longer ones are cut, which `cutText` has its own tests for.
        fc.pre(words.every((word) => word.length <= 300));
        const { blocks, inline, text: read } = readMarkdown(`${before}${plainText(text).trim()} end`);
        expect(blocks.length).toBeLessThanOrEqual(2);
        expect(blocks).not.toContain('ordered list');
        expect([...inline].filter((type) => !['text', 'codespan', 'strong'].includes(type))).toEqual([]);
        const bare = (value: string) => value.replaceAll(' ', '');
        expect(bare(read)).toBe(bare(`${before.replace(/[-#* ]/g, '')}${words.join('')}end`));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves nothing outside code that GitHub or GitLab would link', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const outside = plainText(text).replace(/(?<!`)(`+)(?!`).*?[^`]\1(?!`)/g, '');
        expect(outside).not.toMatch(/[@#$%~&<>[\]{}\\*_|^+=`]|:\/|www\.|\.\w/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('joinInline', () => {
  it('keeps code spans apart', () => {
    expect(joinInline([inlineCode('a'), inlineCode('`b'), ' c'])).toBe('`a` `` `b `` c');
  });
});
