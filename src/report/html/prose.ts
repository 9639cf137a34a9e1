import type { ObservedIn } from '../../model/exchange.ts';
import { engineName } from '../browser-words.ts';
import type { Prose } from '../report.ts';
import { formatCount } from '../visible-text.ts';
import { type Child, element, fragment, type Html, joinLines, text, wholeText } from './element.ts';

/** Longest value inside a sentence or a list. */
const INLINE_LIMIT = 600;

/** The rules' words: values as code, the rest as text. */
export function proseToHtml(prose: Prose): Html {
  return fragment(...prose.map(({ kind, text: value }) => (kind === 'code' ? code(value) : value)));
}

export function hasWords(prose: Prose): boolean {
  return prose.some(({ text: value }) => value.trim() !== '');
}

/** A value inside a sentence. */
export function code(value: string, limit = INLINE_LIMIT): Html {
  return value === '' ? element('em', {}, '(empty)') : element('code', {}, text(value, limit));
}

/** A method and a URL, as one piece of code. */
export function requestLine(method: string, url: string): Html {
  return code(`${method} ${url}`);
}

/** `Chromium` with its version, if that is known. */
export function browserName({ engine, version }: ObservedIn): string {
  return version === '' ? engineName(engine) : `${engineName(engine)} ${version}`;
}

export function paragraph(...children: readonly Child[]): Html {
  return element('p', {}, ...children);
}

/** A list, of at most `limit` items, then how many more there are. */
export function list(items: readonly Child[], limit: number): Html {
  const more = items.length - limit;
  return element(
    'ul',
    {},
    ...items.slice(0, limit).map((item) => element('li', {}, item)),
    more > 0 ? element('li', { class: 'more' }, `and ${formatCount(more)} more`) : null,
  );
}

/** Lines of messages. */
export function codeBlock(lines: readonly string[]): Html {
  return element('pre', {}, element('code', {}, joinLines(lines)));
}

/** Lines to be copied and used: never cut. */
export function copyBlock(lines: readonly string[]): Html {
  return element('pre', {}, element('code', {}, joinLines(lines.map(wholeText))));
}

/** Lines of a diff; which are added and which are removed is also said by their first character. */
export function diffBlock(lines: readonly string[]): Html {
  return element(
    'pre',
    { class: 'diff' },
    element('code', {}, ...lines.map((line) => element(line.startsWith('+') ? 'ins' : 'del', {}, line))),
  );
}

/** Something that is only read by those who open it. */
export function fold(summary: Child, ...children: readonly Child[]): Html {
  return element('details', {}, element('summary', {}, summary), ...children);
}
