import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { indented } from './indented.ts';
import { type Line, lines } from './platform.ts';

/** How a framework says what all of them have. */
export interface PythonFramework {
  /** The expression for the request. */
  readonly request: string;
  /** The call that tells whether it is a preflight. */
  readonly isPreflight: string;
  /** The statement that adds to `Vary` what may be there already. */
  readonly vary: string;
  /** The statement that sets a header of the response. */
  readonly set: (name: string, expression: string) => string;
}

export const INDENT = '    ';

/** The list of origins as a module has it, with the empty line after it; nothing where every origin is allowed. */
export function allowedOrigins({ origins }: WritablePolicy): readonly Line[] {
  if (origins === '*') return [];
  return [
    ...lines('origins', 'ALLOWED_ORIGINS = {', ...origins.map((origin) => `${INDENT}"${origin}",`), '}'),
    ...lines(null, ''),
  ];
}

/** The body of the function that tells a preflight, in the part of the site that the policy is about. */
export function preflightBody({ path }: WritablePolicy, { request }: PythonFramework): readonly Line[] {
  return indented(INDENT, [
    ...lines(
      'preflight',
      'return (',
      `    ${request}.method == "OPTIONS"`,
      `    and "Access-Control-Request-Method" in ${request}.headers`,
    ),
    ...lines('path', path !== null && `    and ${request}.path.startswith("${path}")`),
    ...lines('preflight', ')'),
  ]);
}

/** The statements that put the headers of the policy on any response. */
export function headerStatements(policy: WritablePolicy, framework: PythonFramework): readonly Line[] {
  const { request, set, vary } = framework;
  if (policy.origins === '*') {
    return [
      ...lines('any-origin', set('Access-Control-Allow-Origin', '"*"')),
      ...commonStatements(policy, framework),
    ];
  }
  return [
    ...lines('vary', vary),
    ...lines('allow-origin', `origin = ${request}.headers.get("Origin")`, 'if origin in ALLOWED_ORIGINS:'),
    ...indented(INDENT, [
      ...lines('allow-origin', set('Access-Control-Allow-Origin', 'origin')),
      ...commonStatements(policy, framework),
    ]),
  ];
}

function commonStatements(policy: WritablePolicy, framework: PythonFramework): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  const set = (name: string, value: string): string => framework.set(`Access-Control-${name}`, `"${value}"`);
  return [
    ...lines('credentials', policy.credentials && set('Allow-Credentials', 'true')),
    ...lines('exposed', exposed !== null && set('Expose-Headers', exposed)),
    ...lines('preflight', `if ${framework.isPreflight}:`),
    ...indented(INDENT, [
      ...lines('methods', set('Allow-Methods', methods)),
      ...lines('headers', headers !== null && set('Allow-Headers', headers)),
      ...lines('max-age', maxAge !== null && set('Max-Age', maxAge)),
    ]),
  ];
}
