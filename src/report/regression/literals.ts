import { cutText, makeVisible } from '../visible-text.ts';

/** Longer words of a report would bury the test. */
const COMMENT_LIMIT = 300;

/**
 * A string literal of TypeScript that means exactly this text: printable ASCII, so that nothing in it is invisible or ends
 * the line.
 *
 * @see https://tc39.es/ecma262/#sec-literals-string-literals
 */
export function quoteTypeScript(text: string): string {
  const escaped = text.replace(/[^ -&(-[\]-~]/g, (unit) =>
    unit === "'" || unit === '\\' ? `\\${unit}` : `\\u${hexadecimal(unit.charCodeAt(0), 4)}`,
  );
  return `'${escaped}'`;
}

/**
 * The same for Python. What is beyond the first 65,536 characters is one escape there; half a pair becomes U+FFFD, because
 * Python can't send one.
 *
 * @see https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
export function quotePython(text: string): string {
  const escaped = text.replace(/[^ !#-[\]-~]/gu, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xffff) return `\\U${hexadecimal(code, 8)}`;
    return /\p{Cs}/u.test(character) ? '\\ufffd' : `\\u${hexadecimal(code, 4)}`;
  });
  return `"${escaped}"`;
}

/** Text for the rest of a line's comment, which nothing in it can end. */
export function commentText(text: string): string {
  return makeVisible(cutText(text, COMMENT_LIMIT));
}

function hexadecimal(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
