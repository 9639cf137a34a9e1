import { fileURLToPath } from 'node:url';
import { iis as platform } from '../../../src/fixes/platforms/iis.ts';
import { textOf } from '../../../src/fixes/platforms/platform.ts';
import { JDK } from '../java-program.ts';
import type { ParsedPlatform } from '../server-under-test.ts';
import { checkedBy } from './check.ts';
import { readXml, type XmlElement } from './read-text.ts';

const SCHEMA = fileURLToPath(new URL('iis-cors.xsd', import.meta.url));

export const iis: ParsedPlatform = {
  platform,
  needs: [JDK],
  parse: checkedBy(async ([snippet, ...others], { path }, { folder }) => {
    if (snippet === undefined || others.length > 0) throw new Error('There should be one snippet.');
    const text = textOf(snippet);
    const inside = snippet.place === 'server' ? `<system.webServer>\n${text}</system.webServer>\n` : text;
    const root = await readXml(folder, `<configuration>\n${inside}</configuration>\n`, SCHEMA);
    const location = only(root.children);
    if (path !== null && location.attributes['path'] !== path.slice(1, -1)) throw new Error(text);
    const server = path === null ? location : only(location.children);
    const cors = only(server.children);
    if (cors.attributes['enabled'] !== 'true') throw new Error('It isn’t enabled.');
    const [first, ...rest] = cors.children.map(ruleOf);
    if (first === undefined) throw new Error('There is no rule.');
    // Each origin may do the same.
    for (const each of rest) {
      if (JSON.stringify(each.allowed) !== JSON.stringify(first.allowed)) throw new Error(text);
    }
    return { origins: [first, ...rest].map(({ origin }) => origin), ...first.allowed };
  }),
};

function ruleOf({ attributes, children }: XmlElement) {
  const valuesIn = (name: string, attribute: string): readonly string[] =>
    children
      .filter((child) => child.name === name)
      .flatMap((child) => child.children.map((each) => each.attributes[attribute] ?? ''));
  const maxAge = Number(attributes['maxAge']);
  return {
    origin: attributes['origin'] ?? '',
    allowed: {
      methods: valuesIn('allowMethods', 'method'),
      headers: valuesIn('allowHeaders', 'header'),
      exposed: valuesIn('exposeHeaders', 'header'),
      credentials: attributes['allowCredentials'] === 'true',
      maxAge: maxAge === -1 ? null : maxAge,
    },
  };
}

function only(elements: readonly XmlElement[]): XmlElement {
  const [first, ...others] = elements;
  if (first === undefined || others.length > 0) throw new Error('There should be one element.');
  return first;
}
