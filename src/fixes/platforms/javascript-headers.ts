import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { originArray } from './javascript-array.ts';
import { type Line, lines } from './platform.ts';

/** The origins of a policy as a constant, `allowedOrigins`, and an empty line; nothing if all are allowed. */
export function allowedOriginsConstant({ origins }: WritablePolicy): readonly Line[] {
  if (origins === '*') return [];
  return [
    ...lines('origins', `const allowedOrigins = new Set(${originArray(origins)});`),
    ...lines(null, ''),
  ];
}

/** How the headers are set there. */
export interface HeaderStatements {
  /** Before each line. */
  readonly indent: string;
  /** Sets a header, replacing what is there. Both are expressions. */
  readonly set: (name: string, value: string) => string;
  /** Adds `Origin` to the header `Vary`, which may have something else. */
  readonly vary: string;
}

/**
 * Statements that set the headers of a policy. They expect the constants `allowedOrigins`, `isPreflight` and, unless all
 * origins are allowed, `origin`: a string or, if there is none, anything else.
 */
export function headerStatements(
  policy: WritablePolicy,
  { indent, set, vary }: HeaderStatements,
): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  const isList = policy.origins !== '*';
  const inner = isList ? `${indent}  ` : indent;
  const header = (name: string, value: string): string => set(`'Access-Control-${name}'`, value);
  const quoted = (name: string, value: string | null): string | false =>
    value !== null && header(name, `'${value}'`);
  const always = [
    ...(isList
      ? lines('allow-origin', header('Allow-Origin', 'origin'))
      : lines('any-origin', header('Allow-Origin', "'*'"))),
    ...lines('credentials', policy.credentials && header('Allow-Credentials', "'true'")),
    ...lines('exposed', quoted('Expose-Headers', exposed)),
  ];
  const forPreflights = [
    ...lines('methods', quoted('Allow-Methods', methods)),
    ...lines('headers', quoted('Allow-Headers', headers)),
    ...lines('max-age', quoted('Max-Age', maxAge)),
  ];
  return [
    ...lines('vary', isList && `${indent}${vary}`),
    ...lines('allow-origin', isList && `${indent}if (allowedOrigins.has(origin)) {`),
    ...indented(always, inner),
    ...lines('preflight', `${inner}if (isPreflight) {`),
    ...indented(forPreflights, `${inner}  `),
    ...lines('preflight', `${inner}}`),
    ...lines('allow-origin', isList && `${indent}}`),
  ];
}

function indented(all: readonly Line[], indent: string): readonly Line[] {
  return all.map(({ text, note }) => ({ text: `${indent}${text}`, note }));
}
