import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines } from './platform.ts';

/** What Apache has to know of a request before it answers: `CORS_ORIGIN` and `CORS_PREFLIGHT`. */
export function requestLines({ origins }: WritablePolicy): readonly Line[] {
  const isAmong = (origin: string): string =>
    `SetEnvIfExpr "%{HTTP:Origin} == '${origin}'" CORS_ORIGIN=${origin}`;
  return [
    ...lines('origins', ...(origins === '*' ? [] : origins.map(isAmong))),
    ...lines(
      'preflight',
      `SetEnvIfExpr "%{REQUEST_METHOD} == 'OPTIONS' && -n %{HTTP:Access-Control-Request-Method}" CORS_PREFLIGHT`,
    ),
  ];
}

/** The headers of the answers, and what takes out those of an app behind. */
export function headerLines(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  const isList = policy.origins !== '*';
  const always = isList ? ' env=CORS_ORIGIN' : '';
  const preflight = ' env=CORS_PREFLIGHT';
  return [
    ...lines('replace', ...NAMES.map((name) => `Header onsuccess unset Access-Control-${name}`)),
    ...lines('vary', isList && 'Header always merge Vary Origin'),
    ...(isList
      ? lines('allow-origin', set('Allow-Origin', '%{CORS_ORIGIN}e', always))
      : lines('any-origin', set('Allow-Origin', '*', always))),
    ...lines('credentials', policy.credentials && set('Allow-Credentials', 'true', always)),
    ...lines('exposed', exposed !== null && set('Expose-Headers', exposed, always)),
    ...lines('methods', set('Allow-Methods', methods, preflight)),
    ...lines('headers', headers !== null && set('Allow-Headers', headers, preflight)),
    ...lines('max-age', maxAge !== null && set('Max-Age', maxAge, preflight)),
  ];
}

/** @param pattern of the paths: with a slash before, or none in a `.htaccess` */
export function answerPreflight(pattern: string): readonly Line[] {
  return lines(
    'answer-preflight',
    'RewriteEngine On',
    'RewriteCond %{ENV:CORS_PREFLIGHT} .',
    `RewriteRule ${pattern} - [R=204,L]`,
  );
}

const NAMES = [
  'Allow-Origin',
  'Allow-Credentials',
  'Expose-Headers',
  'Allow-Methods',
  'Allow-Headers',
  'Max-Age',
];

function set(name: string, value: string, condition: string): string {
  return `Header always set Access-Control-${name} "${value}"${condition}`;
}
