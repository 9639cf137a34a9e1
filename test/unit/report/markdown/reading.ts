import { marked, type Token } from 'marked';

/** What Markdown amounts to: its blocks in order, and every bit of text in it with whether it is code. */
export interface ReadMarkdown {
  /** Headings with their depth, paragraphs, list items, code blocks with their language. */
  readonly blocks: readonly string[];
  /** Types of the tokens inside the blocks. */
  readonly inline: ReadonlySet<string>;
  /** Code spans and lines of code blocks, as a reader sees them. */
  readonly code: readonly string[];
  /** All text, code included, in order. */
  readonly text: string;
}

export function readMarkdown(markdown: string): ReadMarkdown {
  const blocks: string[] = [];
  const inline = new Set<string>();
  const code: string[] = [];
  const text: string[] = [];
  const walk = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      switch (token.type) {
        case 'space':
          continue;
        case 'heading':
          blocks.push(`heading ${token['depth']}`);
          break;
        case 'code':
          blocks.push(`code ${token['lang']}`);
          code.push(...token['text'].split('\n'));
          text.push(token['text']);
          continue;
        case 'list':
          blocks.push(token['ordered'] ? 'ordered list' : 'list');
          walk(token['items']);
          continue;
        case 'list_item':
        case 'paragraph':
          blocks.push(token.type);
          break;
        case 'codespan':
          inline.add(token.type);
          code.push(token['text']);
          text.push(token['text']);
          continue;
        default:
          inline.add(token.type);
      }
      if ('tokens' in token && token.tokens !== undefined) walk(token.tokens);
      else text.push('text' in token ? token.text : token.raw);
    }
  };
  walk(marked.lexer(markdown));
  return { blocks, inline, code, text: text.join('') };
}

/** Pieces of text that would be markup, links, mentions, references or the end of code, if they were let. */
export const HOSTILE_TEXTS: readonly string[] = [
  '`',
  '``',
  '```',
  '````\n# heading',
  '~~~',
  '```\n\n# heading\n\n- item\n',
  ' ` ',
  '<img src=x onerror=alert(1)>',
  '<!-- -->',
  '</code></pre><script>alert(1)</script>',
  '[text](https://evil.example)',
  '![image](https://evil.example/i.png)',
  '[text]: https://evil.example',
  '<https://evil.example>',
  'https://evil.example',
  'www.evil.example',
  'mail@evil.example',
  '@someone',
  '\\@someone',
  '#123',
  'owner/name#1',
  '!1',
  '# heading',
  '\n\n# heading\n\n',
  '- item',
  '1. item',
  '1) item',
  '> quote',
  '---',
  '===',
  '***',
  '**bold**',
  '_emphasis_',
  '~~gone~~',
  '| a | b |\n|---|---|\n| c | d |',
  '    code',
  '\tcode',
  '- [ ] task',
  '$x^2$',
  ':smile:',
  '&lt;b&gt;&amp;&#64;',
  '\\',
  '\\`',
  '\r\n',
  '\u2028',
  '\u202Egpj.exe',
  '\u200B',
  '\u0000',
  '\u0007',
  '\uD800',
  'a\u00A0b',
  ' ',
  '  padded  ',
  'deadbeef00',
  '{{ template }}',
  '%0a# heading',
];
