import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { knownMethods, originsLike } from './limits.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { indented, yamlList } from './yaml-lines.ts';

export const kong: ServerPlatform = {
  id: 'kong',
  name: 'Kong Gateway',
  family: 'kubernetes',
  answersAs: ['kong'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a YAML parser and a schema made from the plugin’s own' },
  limits: [
    knownMethods(
      ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'],
      'The plugin takes no methods but those of HTTP itself. Let the app answer preflights (`preflight_continue: true`) if it needs others.',
    ),
    originsLike(
      /^[A-Za-z0-9.:/-]+$/,
      'Kong takes an origin with other letters than these for a regular expression, and can’t compare it as a whole: letters, digits, `.`, `-`, `:` and `/`.',
    ),
  ],
  generate: (policy) => [{ place: 'plugins', file: 'kong.yml', language: 'yaml', lines: plugin(policy) }],
  places: {
    plugins: 'Into the service or the route of the API; at the top of the file, it counts for all of them.',
  },
  reload: 'It takes effect with `deck gateway sync kong.yml`, or without a database with `kong reload`.',
  traps: [
    {
      id: 'route-methods',
      about: ['options', 'route'],
      words:
        'A route with `methods` has to have `OPTIONS` among them: else no route takes the preflight, and Kong answers 404.',
    },
    {
      id: 'no-route',
      about: ['route', 'errors'],
      words: 'What no route takes is answered with 404 before any plugin, without these headers.',
    },
    {
      id: 'headers',
      about: ['options'],
      words:
        'Without `headers`, the plugin allows every header that a page asks for; without `origins`, every origin.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words:
        'An origin with a `*`, `\\` or other such letters is a regular expression, in which `.` is any letter. Kong anchors it, but only if it isn’t an alternative with `|`.',
    },
    {
      id: 'single',
      about: ['origin'],
      words:
        'A single origin is named in the answers to all pages, also of other origins. Browsers refuse these, so nothing is wrong.',
    },
    {
      id: 'upstream',
      about: ['layers'],
      words:
        'The plugin replaces `Access-Control-Allow-Origin` of the server behind it, but leaves its `Access-Control-Allow-Credentials` where it sends none itself.',
    },
    {
      id: 'key-auth',
      about: ['sign-in'],
      words:
        'The plugin runs before the ones that sign in. One of your own with a priority above 2000 answers preflights first.',
    },
  ],
  links: [{ label: 'Kong: CORS plugin', url: 'https://developer.konghq.com/plugins/cors/' }],
};

/** Has to be said, for without a list every header is allowed: `Accept` needs no permission. */
const NO_HEADERS = ['accept'];

function plugin(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge } = policy;
  return [
    ...lines(null, 'plugins:', '  - name: cors', '    config:'),
    ...indented(3, [
      ...(origins === '*'
        ? yamlList('any-origin', 'origins', ['*'])
        : yamlList('origins', 'origins', origins)),
      ...lines('credentials', credentials && 'credentials: true'),
      ...yamlList('methods', 'methods', allowedMethods(policy)),
      ...yamlList('headers', 'headers', headers.length > 0 ? headers : NO_HEADERS),
      ...(exposed.length > 0 ? yamlList('exposed', 'exposed_headers', exposed) : []),
      ...lines('max-age', maxAge !== null && `max_age: ${maxAge}`),
    ]),
  ];
}
