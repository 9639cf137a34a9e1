import type { Differences, EngineDifference, Known, Source } from '../../src/fetch/engine-difference.ts';
import { template } from './words.ts';

const HEAD = ['Difference', 'Fetch standard', 'Chromium', 'Firefox', 'WebKit'];

/** All entries of a table of differences. */
export function differenceTable<Values extends object>(differences: Differences<Values>): string {
  const rows = Object.entries<EngineDifference<unknown>>(differences).map(([id, each]) => rowOf(id, each));
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowOf(id: string, { about, standard, chromium, firefox, webkit }: EngineDifference<unknown>) {
  const sentence = about.replace('{odd}', 'one engine').replace('{other}', 'another');
  const words = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return [
    `${code(id)}: ${template(words)}`,
    cell(standard, false),
    ...[chromium, firefox, webkit].map((known) => cell(known, true)),
  ];
}

function cell({ value, source }: Known<unknown>, withSource: boolean): string {
  return withSource ? `${valueText(value)} (${sourceText(source)})` : valueText(value);
}

function valueText(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (value instanceof Set) return value.size === 0 ? 'none' : [...value].map(code).join(', ');
  if (Array.isArray(value)) return value.map(code).join(', ');
  if (value === null) return 'none';
  if (value === Number.POSITIVE_INFINITY) return 'no limit';
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, each]) => `${name}: ${valueText(each)}`)
      .join(', ');
  }
  return code(value);
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}

function sourceText(source: Source): string {
  switch (source.how) {
    case 'measured':
      return `measured, ${source.version}`;
    case 'read':
      return `read in ${code(source.file.split('/').at(-1))}`;
    case 'standard':
      return 'as the standard says';
    case 'not-observed':
      return 'not observed';
  }
}
