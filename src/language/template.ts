import { formatDuration } from './duration.ts';
import { formatNames, formatNumber } from './formats.ts';
import type { Language } from './language.ts';

/** A piece of a text: running text, or a code span. Its text is plain; nothing in it is markup. */
export interface TextPart {
  readonly text: string;
  readonly code: boolean;
}

/**
 * What stands in the place of a placeholder. Quantities, names in a row and times are written as the language writes
 * them; text stands as it is, and what only looks like a quantity (a status, a port) is text.
 */
export type Value = string | number | readonly string[] | { readonly milliseconds: number };

export type Values = Readonly<Record<string, Value>>;

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;
/** Control characters and marks that turn the direction of text around, so that a value could pose as another. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Names of the placeholders in a template. */
export function placeholdersOf(template: string): ReadonlySet<string> {
  return new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
}

/** A template with values in the place of `{name}`. A placeholder without a value stays as it is. */
export function fill(template: string, values: Values, language: Language): string {
  return template.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? placeholder : written(value, language);
  });
}

function written(value: Value, language: Language): string {
  if (typeof value === 'string') return printable(value);
  if (typeof value === 'number') return formatNumber(value, language);
  if ('milliseconds' in value) return formatDuration(value.milliseconds, language);
  return formatNames(value.map(printable), language);
}

/**
 * A template in parts, so that code spans can be shown as such without parsing any markup. The backticks of the template
 * make the parts before the values are filled in: a value with backticks or braces stays inside its part.
 */
export function fillParts(template: string, values: Values, language: Language): readonly TextPart[] {
  return template
    .split('`')
    .map((piece, index): TextPart => ({ text: fill(piece, values, language), code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** A template with whatever is shown in the place of its placeholders, such as elements: its pieces in their order. */
export function fillSlots<Node>(
  template: string,
  nodes: Readonly<Record<string, Node>>,
): readonly (string | Node)[] {
  return template.split(/(\{[a-zA-Z]+\})/).flatMap((piece, index) => {
    const name = piece.slice(1, -1);
    const node = index % 2 === 1 && Object.hasOwn(nodes, name) ? nodes[name] : piece;
    return node === undefined || node === '' ? [] : [node];
  });
}

function printable(value: string): string {
  return value.replace(UNPRINTABLE, '\ufffd');
}
