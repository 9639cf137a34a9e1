import type { Header, HeaderList } from '../../model/header-list.ts';
import { PLATFORMS } from './platforms.ts';

/** A header line of a response, and as much of its value as patterns see. */
export interface SeenLine {
  readonly header: Header;
  readonly value: string;
}

/** The lines that may be marks, by their names in lower case, in their order. */
export type SeenLines = ReadonlyMap<string, readonly SeenLine[]>;

/** No mark is further back in a value or behind more lines of its name, and a hostile server can send any number. */
const LONGEST_VALUE = 1000;
const MOST_LINES = 50;

const NAMES: ReadonlySet<string> = new Set(
  PLATFORMS.flatMap(({ marks, made }) => [...marks.flat(), ...made.flatMap(({ sign }) => sign)]).map(
    ({ header }) => header,
  ),
);

/** Of the headers of a response, the lines in which platforms leave their marks. */
export function seenLines(headers: HeaderList): SeenLines {
  const seen = new Map<string, SeenLine[]>();
  for (const header of headers) {
    const name = header[0].toLowerCase();
    if (!NAMES.has(name)) continue;
    const lines = seen.get(name);
    const line = { header, value: header[1].slice(0, LONGEST_VALUE) };
    if (lines === undefined) seen.set(name, [line]);
    else if (lines.length < MOST_LINES) lines.push(line);
  }
  return seen;
}
