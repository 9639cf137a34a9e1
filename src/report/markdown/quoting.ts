import type { SnippetLanguage } from '../../fixes/platforms/platform.ts';
import { cutText, makeVisible } from '../visible-text.ts';

/**
 * Quotes text of unknown origin for Markdown (CommonMark with GitHub's, GitLab's and Jira's extensions), so that it is
 * only ever read as text: no markup, link, HTML, mention, issue reference or early end of a code block comes of it.
 *
 * Escapes with backslashes are no help against mentions and references: they are found after Markdown was parsed. In
 * code they are not looked for. So whatever isn't a plain word becomes code.
 */

/** Longest value inside a sentence or a list. */
const INLINE_LIMIT = 300;
/** Longest line of a code block. */
const LINE_LIMIT = 400;
/** Longest text of our own with values in it. */
const TEXT_LIMIT = 4_000;

/** Inline code. Backticks in the value get longer delimiters around it. Values beyond `limit` characters are cut. */
export function inlineCode(value: string, limit = INLINE_LIMIT): string {
  const shown = makeVisible(cutText(value, limit));
  if (shown === '') return '(empty)';
  const delimiter = '`'.repeat(longestRunOfBackticks(shown) + 1);
  // One space at each end is dropped by the parser, where both have one: give it one to drop.
  const pad = /^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ' ' : '';
  return `${delimiter}${pad}${shown}${pad}${delimiter}`;
}

/** The languages that the reports' code blocks are marked with, for their colours. */
export type BlockLanguage = 'http' | 'diff' | 'sh' | 'text' | SnippetLanguage;

/** A fenced code block. Each of `lines` stays one line, whatever is in it, and is cut where it is longer than `limit`. */
export function codeBlock(language: BlockLanguage, lines: readonly string[], limit = LINE_LIMIT): string {
  return fenced(
    language,
    lines.map((line) => makeVisible(cutText(line, limit))),
  );
}

/**
 * A fenced code block of a text to be copied: nothing is cut, and the tabs with which a line begins stay. At the beginning
 * of a line they hide nothing.
 */
export function textToCopy(language: BlockLanguage, lines: readonly string[]): string {
  return fenced(
    language,
    lines.map((line) => {
      const [indent = ''] = /^\t*/.exec(line) ?? [];
      return indent + makeVisible(line.slice(indent.length));
    }),
  );
}

function fenced(language: BlockLanguage, shown: readonly string[]): string {
  const fence = '`'.repeat(Math.max(2, ...shown.map(longestRunOfBackticks)) + 1);
  return [`${fence}${language}`, ...shown, fence].join('\n');
}

/** Text for inside a paragraph, a heading or a list item. Words that aren't plain words become code. */
export function plainText(text: string): string {
  const pieces = cutText(text, TEXT_LIMIT).split(/([\t\n\r ]+)/);
  const first = pieces.findIndex((piece) => piece.trim() !== '');
  return joinInline(
    pieces.map((piece, index) => (index % 2 === 1 ? ' ' : quoteWord(piece, index === first))),
  );
}

/** Puts pieces of quoted text one after the other; two neighbouring code spans would run into each other. */
export function joinInline(pieces: readonly string[]): string {
  return pieces.reduce(
    (before, piece) => before + (before.endsWith('`') && piece.startsWith('`') ? ' ' : '') + piece,
    '',
  );
}

/** Letters, also with an apostrophe, a hyphen or a slash between them; or a short number. */
const PLAIN_WORD = /^(?:[\p{L}\p{M}]+(?:['’/-][\p{L}\p{M}]+)*|\d{1,6}|\dxx|[–—])$/u;
/** What may stand around a word. None of it means anything to Markdown there. */
const AROUND = /^([("“‘]*)(.*?)([.,;:!?)"”’'…]*)$/u;
/** Seven hexadecimal letters or more could be taken for a commit. */
const COMMIT = /^[0-9a-f]{7,}$/i;

function quoteWord(word: string, mayBeginLine: boolean): string {
  const [, before = '', core = '', after = ''] = AROUND.exec(makeVisible(word)) ?? [];
  if (core === '') return before + after;
  // `1.` and `1)` would begin a list.
  const startsList = mayBeginLine && /^\d+$/.test(core) && /^[.)]/.test(after);
  const plain = PLAIN_WORD.test(core) && !COMMIT.test(core) && !startsList;
  return before + (plain ? core : inlineCode(core)) + after;
}

function longestRunOfBackticks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
