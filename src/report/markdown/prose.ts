import type { ObservedIn } from '../../model/exchange.ts';
import { engineName } from '../browser-words.ts';
import type { Prose } from '../report.ts';
import { formatCount } from '../visible-text.ts';
import { inlineCode, joinInline, plainText } from './quoting.ts';

/** The rules' words in Markdown: values as code, the rest as text. */
export function proseToMarkdown(prose: Prose): string {
  return joinInline(
    prose.map(({ kind, text }) => (kind === 'code' ? inlineCode(text) : plainText(text))),
  ).trim();
}

/** `Chromium` with its version as code, if that is known. */
export function browserName({ engine, version }: ObservedIn): string {
  return version === '' ? engineName(engine) : `${engineName(engine)} ${inlineCode(version)}`;
}

/** A method and a URL, as one piece of code. */
export function requestLine(method: string, url: string): string {
  return inlineCode(`${method} ${url}`);
}

/** Bullets, at most `limit` of them, then how many more there are. */
export function bullets(items: readonly string[], limit: number): string {
  const shown = items.slice(0, limit).map((item) => `- ${item}`);
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`- and ${formatCount(more)} more`] : [])].join('\n');
}
