import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { javascriptArray, originArray } from './javascript-array.ts';
import { type Line, lines } from './platform.ts';

/** What a CORS library of JavaScript calls otherwise than the others, and takes otherwise. */
export interface OptionsDialect {
  readonly methods: 'methods' | 'allowMethods';
  readonly headers: 'allowedHeaders' | 'allowHeaders';
  readonly exposed: 'exposedHeaders' | 'exposeHeaders';
  /**
   * What stands for no headers at all. Where an empty list means every header, it is one that needs no permission
   * anyway.
   */
  readonly noHeaders: readonly string[];
  /** Whether it exposes every header if it isn't told otherwise. */
  readonly exposesAll: boolean;
  readonly maxAge: 'number' | 'string';
}

/** The npm package `cors`, which Express, NestJS and Socket.IO have; Fastify has the same options. */
export const CORS_PACKAGE: OptionsDialect = {
  methods: 'methods',
  headers: 'allowedHeaders',
  exposed: 'exposedHeaders',
  noHeaders: [],
  exposesAll: false,
  maxAge: 'number',
};

/**
 * The options of such a library, one a line, without the braces around them.
 * @param indent before each line
 * @param origin how the origins of a list are given, if not as an array: one line, without indent
 */
export function corsOptions(
  policy: WritablePolicy,
  dialect: OptionsDialect,
  indent: string,
  origin: string | null = null,
): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge } = policy;
  const list = (name: string, values: readonly string[]): string =>
    `${indent}${name}: ${javascriptArray(values, indent)},`;
  return [
    ...(origins === '*'
      ? lines('any-origin', `${indent}origin: '*',`)
      : origin === null
        ? lines('origins', `${indent}origin: ${originArray(origins, indent)},`)
        : lines('allow-origin', `${indent}${origin}`)),
    ...lines('credentials', credentials && `${indent}credentials: true,`),
    ...lines('methods', list(dialect.methods, allowedMethods(policy))),
    ...lines('headers', list(dialect.headers, headers.length === 0 ? dialect.noHeaders : headers)),
    ...lines('exposed', (exposed.length > 0 || dialect.exposesAll) && list(dialect.exposed, exposed)),
    ...lines('max-age', maxAge !== null && `${indent}maxAge: ${seconds(maxAge, dialect)},`),
  ];
}

function seconds(maxAge: number, dialect: OptionsDialect): string {
  return dialect.maxAge === 'string' ? `'${maxAge}'` : String(maxAge);
}
