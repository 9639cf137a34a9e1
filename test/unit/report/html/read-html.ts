import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** What an HTML file amounts to, as browsers parse it. */
export interface ReadHtml {
  /** Each element with its attributes, in order: `p`, `a[href=#cause-1]`. Of `class` and `id`, only that they are there. */
  readonly elements: readonly string[];
  /** All text outside of `head`, in order. */
  readonly text: string;
  /** The contents of the elements of a name. */
  readonly contentsOf: (name: string) => readonly string[];
  /** The values of an attribute of the elements of a name; empty where it is missing. */
  readonly valuesOf: (name: string, attribute: string) => readonly string[];
  /** What is wrong with it by the standard. */
  readonly errors: readonly string[];
  readonly comments: number;
}

export function readHtml(html: string): ReadHtml {
  const errors: string[] = [];
  const elements: string[] = [];
  const found: { readonly name: string; readonly attributes: Map<string, string>; readonly text: string }[] =
    [];
  let comments = 0;
  let inBody = '';
  const walk = (node: Node, isInBody: boolean): string => {
    if (node.nodeName === '#comment') comments += 1;
    if ('value' in node) {
      if (isInBody) inBody += node.value;
      return node.value;
    }
    if (!('childNodes' in node)) return '';
    const isElement = 'tagName' in node;
    const attributes = new Map(isElement ? node.attrs.map(({ name, value }) => [name, value]) : []);
    if (isElement) {
      const shown = [...attributes].map(([name, value]) =>
        name === 'class' || name === 'id' ? `[${name}]` : `[${name}=${value}]`,
      );
      elements.push(node.tagName + shown.join(''));
    }
    const text = node.childNodes.map((child) => walk(child, isInBody || node.nodeName === 'body')).join('');
    if (isElement) found.push({ name: node.tagName, attributes, text });
    return text;
  };
  walk(parse(html, { onParseError: ({ code }) => errors.push(code) }), false);
  const named = (name: string) => found.filter((each) => each.name === name);
  return {
    elements,
    text: inBody,
    contentsOf: (name) => named(name).map(({ text }) => text),
    valuesOf: (name, attribute) => named(name).map(({ attributes }) => attributes.get(attribute) ?? ''),
    errors,
    comments,
  };
}
