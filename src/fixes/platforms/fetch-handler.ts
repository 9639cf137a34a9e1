import type { WritablePolicy } from '../writable-policy.ts';
import { headerStatements } from './javascript-headers.ts';
import { type Line, lines } from './platform.ts';

/** What a handler of the Fetch API asks the `request` first: the constants `isPreflight` and, for a list, `origin`. */
export function askRequest({ origins }: WritablePolicy, indent: string): readonly Line[] {
  return [
    ...lines(
      'allow-origin',
      origins !== '*' && `${indent}const origin = request.headers.get('Origin') ?? '';`,
    ),
    ...lines(
      'preflight',
      `${indent}const isPreflight =`,
      `${indent}  request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');`,
    ),
  ];
}

/** Statements that put the headers of a policy onto an object of the class `Headers`, after the constants above. */
export function setHeaders(policy: WritablePolicy, headers: string, indent: string): readonly Line[] {
  return headerStatements(policy, {
    indent,
    set: (name, value) => `${headers}.set(${name}, ${value});`,
    vary: `${headers}.append('Vary', 'Origin');`,
  });
}

/** The `response` whose headers can be changed: a copy of `answer` without CORS headers of its own. */
export function copyAnswer(indent: string): readonly Line[] {
  return [
    ...lines('all-responses', `${indent}const response = new Response(answer.body, answer);`),
    ...lines(
      'replace',
      `${indent}for (const name of [...response.headers.keys()]) {`,
      `${indent}  if (name.startsWith('access-control-')) response.headers.delete(name);`,
      `${indent}}`,
    ),
  ];
}
