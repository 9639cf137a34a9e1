import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const quarkus: ServerPlatform = {
  id: 'quarkus',
  name: 'Quarkus',
  family: 'java',
  answersAs: [],
  scope: 'whole',
  proof: { kind: 'checked', by: 'Java’s reader of properties, and the names that its guide has' },
  generate: (policy) => [
    {
      place: 'properties',
      file: 'application.properties',
      language: 'properties',
      lines: properties(policy),
    },
  ],
  places: { properties: 'Into `src/main/resources/application.properties`.' },
  reload: 'Build the application again; what runs with `quarkus dev` takes it up itself.',
  traps: [
    {
      id: 'enabled',
      about: ['options', 'route'],
      words:
        'Versions before 3.20 may call the first property `quarkus.http.cors`; it is fixed when the application is built.',
    },
    {
      id: 'any-header',
      about: ['options'],
      words:
        'Without `headers` or `methods`, it allows whatever a page asks for, which is why there is at least `accept` here.',
    },
    {
      id: 'credentials',
      about: ['origin'],
      words:
        'Left out, `access-control-allow-credentials` is `true` for every origin that is listed as it is.',
    },
    {
      id: 'forbidden',
      about: ['refusal', 'origin'],
      words:
        'Another origin is answered with 403 and `CORS Rejected - Invalid origin`, as is a request with a method that isn’t listed.',
    },
    {
      id: 'any-origin',
      about: ['origin', 'cache'],
      words: 'With `*`, older versions name the origin of each page instead, though without credentials.',
    },
    {
      id: 'expression',
      about: ['origin'],
      words:
        'Text between two slashes is a regular expression: escape each `.` with two backslashes, or it stands for any letter.',
    },
  ],
  links: [
    { label: 'Quarkus: CORS', url: 'https://quarkus.io/guides/security-cors' },
    { label: 'Quarkus: HTTP reference', url: 'https://quarkus.io/guides/http-reference' },
  ],
};

function properties(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials } = policy;
  const set = (name: string, value: string): string => `quarkus.http.cors.${name}=${value}`;
  return [
    ...lines('use', set('enabled', 'true')),
    ...(origins === '*'
      ? lines('any-origin', set('origins', '*'))
      : lines('origins', set('origins', onLines(origins)))),
    ...lines('methods', set('methods', allowedMethods(policy).join(','))),
    // None would mean all that are asked for; this one needs no permission.
    ...lines('headers', set('headers', headers.length === 0 ? 'accept' : headers.join(','))),
    ...lines('exposed', exposed.length > 0 && set('exposed-headers', exposed.join(','))),
    ...lines('max-age', maxAge !== null && set('access-control-max-age', String(maxAge))),
    ...lines(
      credentials ? 'credentials' : 'no-credentials',
      set('access-control-allow-credentials', String(credentials)),
    ),
    ...lines('vary', origins !== '*' && 'quarkus.http.header."Vary".value=Origin'),
  ];
}

/** One is written beside its name; several below it, a line each. */
function onLines(values: readonly string[]): string {
  return values.length === 1 ? values.join() : `\\\n  ${values.join(',\\\n  ')}`;
}
