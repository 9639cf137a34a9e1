import type { WritablePolicy } from '../writable-policy.ts';
import { goFields, goList, goStrings } from './go-source.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const goChi: ServerPlatform = {
  id: 'go-chi',
  name: 'chi with go-chi/cors',
  family: 'go',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'shell',
      file: null,
      language: 'shell',
      lines: lines('install', 'go get github.com/go-chi/cors'),
    },
    { place: 'file', file: 'cors.go', language: 'go', lines: middleware(policy) },
    policy.path === null
      ? { place: 'router', file: 'main.go', language: 'go', lines: lines('use', 'r.Use(withCORS)') }
      : { place: 'route', file: 'main.go', language: 'go', lines: route(policy.path) },
  ],
  places: {
    shell: 'In the folder of your `go.mod`.',
    file: 'A new file beside your `main.go`.',
    router: 'First after `r := chi.NewRouter()`.',
    route: 'Where `r` has its routes; what you have below this path moves into it.',
  },
  reload: 'Build and start the program again.',
  traps: [
    {
      id: 'first',
      about: ['sign-in', 'options', 'route'],
      words:
        '`r.Use` has to come before all routes, or chi panics, and before other `r.Use` that answer, such as a sign-in.',
    },
    {
      id: 'group',
      about: ['options', 'route'],
      words:
        'In an `r.Group` or `r.With`, it is asked only for routes that exist: preflights are answered with 405, and 404 has no headers. Use it on the router, or on what `r.Route` gives.',
    },
    {
      id: 'all-or-nothing',
      about: ['options', 'origin'],
      words:
        'A single method or header that isn’t listed, and the answer to the preflight has no CORS header at all, as if the origin were refused. `Debug: true` logs why.',
    },
    {
      id: 'default-headers',
      about: ['options'],
      words:
        'An empty `AllowedHeaders` allows `Content-Type` and a few more, which is why it has at least `Accept` here.',
    },
    {
      id: 'panic',
      about: ['errors'],
      words:
        'A handler that panics ends the connection without an answer, unless there is `middleware.Recoverer`, which answers with 500.',
    },
  ],
  links: [
    { label: 'go-chi/cors', url: 'https://pkg.go.dev/github.com/go-chi/cors' },
    { label: 'chi: middleware', url: 'https://go-chi.io/#/pages/middleware' },
  ],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials } = policy;
  return [
    ...lines(null, 'package main', ''),
    ...lines('import', 'import "github.com/go-chi/cors"', ''),
    ...lines(
      null,
      '// withCORS lets pages of other origins use the routes of a router.',
      'var withCORS = cors.Handler(cors.Options{',
    ),
    ...goFields('\t', [
      origins === '*'
        ? { name: 'AllowedOrigins', value: goStrings(['*']), note: 'any-origin' }
        : { name: 'AllowedOrigins', value: goList(origins), note: 'origins' },
      { name: 'AllowedMethods', value: goStrings(allowedMethods(policy)), note: 'methods' },
      // None would mean some of its own; this one needs no permission.
      {
        name: 'AllowedHeaders',
        value: goStrings(headers.length === 0 ? ['Accept'] : headers),
        note: 'headers',
      },
      exposed.length > 0 && { name: 'ExposedHeaders', value: goStrings(exposed), note: 'exposed' },
      maxAge !== null && { name: 'MaxAge', value: String(maxAge), note: 'max-age' },
      credentials && { name: 'AllowCredentials', value: 'true', note: 'credentials' },
    ]),
    ...lines(null, '})'),
  ];
}

function route(path: string): readonly Line[] {
  return [
    ...lines('path', `r.Route("${path === '/' ? path : path.slice(0, -1)}", func(r chi.Router) {`),
    ...lines('use', '\tr.Use(withCORS)'),
    ...lines('your-part', '\t// … your routes …'),
    ...lines('path', '})'),
  ];
}
