import fc from 'fast-check';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { commentText, quotePython, quoteTypeScript } from '../../../../src/report/regression/literals.ts';
import { HOSTILE_TO_LANGUAGES } from './hostile-report.ts';

/** What a parser of TypeScript takes the expression for. */
function meaningOf(expression: string): unknown {
  const [statement, ...more] = parseAst(`(${expression});`, { lang: 'ts' }).body;
  if (more.length > 0 || statement?.type !== 'ExpressionStatement') throw new Error(expression);
  const { expression: inner } = statement;
  const literal = inner.type === 'ParenthesizedExpression' ? inner.expression : inner;
  return literal.type === 'Literal' ? literal.value : null;
}

describe('quoteTypeScript', () => {
  it('gives a literal that means exactly the text', () => {
    fc.assert(
      fc.property(HOSTILE_TO_LANGUAGES, (text) => {
        const literal = quoteTypeScript(text);
        expect(literal).toMatch(/^[ -~]*$/);
        // A parser that isn't JavaScript's own can't hold half a pair.
        if (!/\p{Cs}/u.test(text)) expect(meaningOf(literal)).toBe(text);
      }),
    );
  });

  it.each([
    ['', "''"],
    ['it\'s \\ "', "'it\\'s \\\\ \"'"],
    ['é\n😀', "'\\u00e9\\u000a\\ud83d\\ude00'"],
  ])('%j becomes %s', (text, expected) => expect(quoteTypeScript(text)).toBe(expected));
});

describe('quotePython', () => {
  it.each([
    ['', '""'],
    ['it\'s \\ "', '"it\'s \\\\ \\""'],
    ['é\n😀', '"\\u00e9\\u000a\\U0001f600"'],
    ['\ud800', '"\\ufffd"'],
  ])('%j becomes %s', (text, expected) => expect(quotePython(text)).toBe(expected));
});

describe('commentText', () => {
  it('has nothing that ends a line', () => {
    fc.assert(
      fc.property(HOSTILE_TO_LANGUAGES, (text) => {
        expect(commentText(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('is cut where it would bury the test', () =>
    expect(commentText('a'.repeat(9_999)).length).toBeLessThan(350));
});
