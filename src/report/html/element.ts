import { cutText, makeVisible } from '../visible-text.ts';

/**
 * The one place that writes HTML. Text becomes markup only here, where it is escaped; element and attribute names are
 * those that a report needs, and no attribute holds anything of a server's. (A rendering library such as
 * preact-render-to-string would escape as well, but its types bring the DOM into a folder that must do without.)
 */

type ElementName =
  | (
      | 'h1'
      | 'h2'
      | 'h3'
      | 'p'
      | 'ul'
      | 'ol'
      | 'li'
      | 'a'
      | 'strong'
      | 'em'
      | 'code'
      | 'pre'
      | 'ins'
      | 'del'
      | 'span'
      | 'div'
    )
  | (
      | 'header'
      | 'main'
      | 'nav'
      | 'section'
      | 'article'
      | 'footer'
      | 'figure'
      | 'figcaption'
      | 'details'
      | 'summary'
      | 'title'
    )
  | ('table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td');

/** Their values are ours: `href` leads to a place in the same file. */
interface Attributes {
  readonly class?: string;
  readonly id?: string;
  readonly href?: `#${string}`;
  readonly scope?: 'col';
  readonly 'aria-hidden'?: 'true';
  readonly 'aria-label'?: string;
}

/** Markup that was made in this file. The compiler takes nothing else for it. */
class Markup {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}
export type Html = Markup;

/** A string is text, whatever is in it; null is nothing. */
export type Child = Html | string | null;

/** An element with its contents. */
export function element(name: ElementName, attributes: Attributes, ...children: readonly Child[]): Html {
  const written = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${escapeText(value)}"`,
  );
  return new Markup(`<${name}${written.join('')}>${children.map(toMarkup).join('')}</${name}>`);
}

/** Several pieces after each other. */
export function fragment(...children: readonly Child[]): Html {
  return new Markup(children.map(toMarkup).join(''));
}

/** Pieces with a line feed between them, for inside `pre`. */
export function joinLines(lines: readonly Child[]): Html {
  return new Markup(lines.map(toMarkup).join('\n'));
}

/** Markup that is written in the code: a template without placeholders. */
export function constant(template: TemplateStringsArray): Html {
  return new Markup(template.join(''));
}

/** Longer text is cut, and says how long it was: nobody reads on, and a file with it is hard to open. */
const TEXT_LIMIT = 2_000;

/** Text, cut to a number of characters, in which everything that can't be seen is shown. */
export function text(value: string, limit = TEXT_LIMIT): Html {
  return new Markup(escapeText(makeVisible(cutText(value, limit))));
}

/** Text that is worth nothing unless it is whole, such as a command. */
export function wholeText(value: string): Html {
  return text(value, Number.POSITIVE_INFINITY);
}

function toMarkup(child: Child): string {
  if (child === null) return '';
  return typeof child === 'string' ? text(child).toString() : child.toString();
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @see https://html.spec.whatwg.org/multipage/parsing.html#escapingString */
function escapeText(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
