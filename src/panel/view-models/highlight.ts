import type { SnippetLanguage } from '../../fixes/platforms/platform.ts';

/** A piece of a line of code: what colour it has, never what it does. */
export interface Token {
  readonly kind: 'plain' | 'comment' | 'string' | 'header' | 'number';
  readonly text: string;
}

/** With what a comment begins that ends with its line. */
const COMMENTS: Readonly<Record<SnippetLanguage, RegExp | null>> = {
  nginx: /#.*/,
  apache: /^\s*#.*/,
  caddy: /(^|\s)#.*/,
  haproxy: /(^|\s)#.*/,
  lighttpd: /#.*/,
  vcl: /(#|\/\/).*/,
  javascript: /(^|\s)\/\/.*/,
  typescript: /(^|\s)\/\/.*/,
  python: /#.*/,
  php: /(^|\s)(\/\/|#).*/,
  ruby: /(^|\s)#.*/,
  go: /(^|\s)\/\/.*/,
  java: /(^|\s)\/\/.*/,
  csharp: /(^|\s)\/\/.*/,
  xml: /<!--.*?-->/,
  json: null,
  yaml: /(^|\s)#.*/,
  toml: /(^|\s)#.*/,
  properties: /^\s*#.*/,
  shell: /(^|\s)#.*/,
  headers: /^\s*#.*/,
};

/** A string that ends in its line; a header that CORS is about; a number. Strings come first: what is in them is theirs. */
const OTHERS =
  /(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<header>\b(?:Access-Control-[A-Za-z-]+|Vary|Origin)\b)|(?<number>\b\d+\b)/g;

/** The pieces of a line, in their order; together they are the line. */
export function highlight(line: string, language: SnippetLanguage): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const found of line.matchAll(OTHERS)) {
    const kind = kindOf(found.groups);
    const comment = commentIn(line.slice(at), language);
    // A quotation mark in a comment begins nothing.
    if (comment !== null && at + comment <= found.index) break;
    if (kind === 'plain') continue;
    push(tokens, 'plain', line.slice(at, found.index));
    push(tokens, kind, found[0]);
    at = found.index + found[0].length;
  }
  const rest = line.slice(at);
  const comment = commentIn(rest, language) ?? rest.length;
  push(tokens, 'plain', rest.slice(0, comment));
  push(tokens, 'comment', rest.slice(comment));
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string | undefined>> | undefined): Token['kind'] {
  if (groups?.['string'] !== undefined) return 'string';
  if (groups?.['header'] !== undefined) return 'header';
  return groups?.['number'] === undefined ? 'plain' : 'number';
}

/** Where the comment of a text begins; null if it has none. */
function commentIn(text: string, language: SnippetLanguage): number | null {
  return COMMENTS[language]?.exec(text)?.index ?? null;
}

function push(tokens: Token[], kind: Token['kind'], text: string): void {
  if (text !== '') tokens.push({ kind, text });
}
