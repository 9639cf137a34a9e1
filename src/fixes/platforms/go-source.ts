import type { WritablePolicy } from '../writable-policy.ts';
import type { LineNote } from './line-notes.ts';
import { type Line, lines } from './platform.ts';

/** A field of a struct literal in Go. */
export interface GoField {
  readonly name: string;
  /** An expression; may have several lines, indented as if the field weren't. */
  readonly value: string;
  readonly note: LineNote;
}

/** Fields as gofmt aligns them: the values of neighbours that take one line each begin in the same column. */
export function goFields(indent: string, fields: readonly (GoField | false)[]): readonly Line[] {
  const there = fields.filter((field) => field !== false);
  return there.flatMap((field, at) => {
    const width = Math.max(...neighbours(there, at).map(({ name }) => name.length));
    const value = field.value.replaceAll('\n', `\n${indent}`);
    return lines(field.note, `${indent}${`${field.name}:`.padEnd(width + 1)} ${value},`);
  });
}

/** The fields around one, and it, of which each takes one line; only itself if it takes several. */
function neighbours(fields: readonly GoField[], at: number): readonly GoField[] {
  const isLong = (field: GoField | undefined): boolean => field?.value.includes('\n') ?? true;
  if (isLong(fields[at])) return fields.slice(at, at + 1);
  let first = at;
  while (!isLong(fields[first - 1])) first -= 1;
  let end = at + 1;
  while (!isLong(fields[end])) end += 1;
  return fields.slice(first, end);
}

/** A slice of strings on one line. */
export function goStrings(values: readonly string[]): string {
  return `[]string{${values.map((value) => `"${value}"`).join(', ')}}`;
}

/** A slice of strings, each on a line of its own. */
export function goList(values: readonly string[]): string {
  return ['[]string{', ...values.map((value) => `\t"${value}",`), '}'].join('\n');
}

/** Leaves a middleware of net/http for other paths. Nothing where the policy is for all. */
export function goPathGuard({ path }: WritablePolicy): readonly Line[] {
  if (path === null) return [];
  return lines(
    'path',
    `\t\tif !strings.HasPrefix(r.URL.Path, "${path}") {`,
    '\t\t\tnext.ServeHTTP(w, r)',
    '\t\t\treturn',
    '\t\t}',
  );
}

/** How a middleware of net/http begins, and which packages it imports. */
export function goMiddleware({ path }: WritablePolicy, library: string | null): readonly Line[] {
  const imports = ['"net/http"', ...(path === null ? [] : ['"strings"'])];
  const libraries = library === null ? [] : ['', `"${library}"`];
  const [first, ...others] = [...imports, ...libraries];
  return [
    ...lines(null, 'package main', ''),
    ...(others.length === 0
      ? lines('import', `import ${first}`, '')
      : lines(
          'import',
          'import (',
          ...[first, ...others].map((each) => (each === '' ? '' : `\t${each}`)),
          ')',
          '',
        )),
    ...lines(
      null,
      '// withCORS lets pages of other origins use what next answers.',
      'func withCORS(next http.Handler) http.Handler {',
    ),
  ];
}
