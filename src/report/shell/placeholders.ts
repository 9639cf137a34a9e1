import { quotePosixParts, type ShellPart } from './posix-quoting.ts';

/** A shell variable in a command line, for a value that the report doesn't have. */
export interface Placeholder {
  /** Name of the variable, such as `YOUR_AUTHORIZATION`. */
  readonly variable: string;
  /** `header` is the whole value, `header-part` the secret in a value whose rest is known. */
  readonly stands: 'header' | 'header-part' | 'parameter' | 'body' | 'url';
  /** Of the header or parameter; otherwise `body` or `URL`. */
  readonly name: string;
  readonly why: 'masked' | 'not-recorded' | 'too-long';
  /** What the report shows in its place: the marker of a masked value, else empty. */
  readonly marker: string;
}

/** Placeholders, each variable once. Threaded through the commands of one report, so that a value keeps its name. */
export type Placeholders = readonly Placeholder[];

/** The placeholder for a value that isn't known: one of `known`, if it is the same value, or a new one. */
export function placeholderFor(known: Placeholders, wanted: Omit<Placeholder, 'variable'>): Placeholder {
  const same = known.find(
    (each) =>
      each.stands === wanted.stands &&
      each.name.toLowerCase() === wanted.name.toLowerCase() &&
      each.marker === wanted.marker,
  );
  if (same !== undefined) return same;
  const base = variableName(wanted.name);
  const taken = new Set(known.map(({ variable }) => variable));
  let variable = base;
  for (let count = 2; taken.has(variable); count++) variable = `${base}_${count}`;
  return { variable, ...wanted };
}

/** The prefix keeps a header named `Path` from sending the reader's own `$PATH`. */
function variableName(name: string): string {
  const letters = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 40);
  return `YOUR_${letters === '' ? 'VALUE' : letters}`;
}

/** The line that gives the variable its value, for the reader to fill in. */
export function assignment({ variable }: Placeholder): string {
  return `${variable}=''`;
}

/** The word for a shell, for parts of which some are placeholders. */
export function wordOf(parts: readonly (string | Placeholder)[]): string {
  const joined: ShellPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part !== 'string') joined.push({ variable: part.variable });
    else if (last !== undefined && 'literal' in last) joined.splice(-1, 1, { literal: last.literal + part });
    else joined.push({ literal: part });
  }
  return quotePosixParts(joined);
}
