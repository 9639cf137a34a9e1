import type { WritablePolicy } from '../writable-policy.ts';
import { goFields, goList, goMiddleware, goPathGuard, goStrings } from './go-source.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const goRsCors: ServerPlatform = {
  id: 'go-rs-cors',
  name: 'Go with rs/cors',
  family: 'go',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'shell',
      file: null,
      language: 'shell',
      lines: lines('install', 'go get github.com/rs/cors'),
    },
    { place: 'file', file: 'cors.go', language: 'go', lines: middleware(policy) },
    { place: 'main', file: 'main.go', language: 'go', lines: lines('use', 'handler := withCORS(mux)') },
  ],
  places: {
    shell: 'In the folder of your `go.mod`.',
    file: 'A new file beside your `main.go`.',
    main: 'Where the server starts: `mux` is what you gave to `http.ListenAndServe`, and `handler` takes its place.',
  },
  reload: 'Build and start the program again.',
  traps: [
    {
      id: 'all-or-nothing',
      about: ['options', 'origin'],
      words:
        'A single method or header that isn’t listed, and the answer to the preflight has no CORS header at all, as if the origin were refused. `Debug: true` logs why.',
    },
    {
      id: 'unlisted-method',
      about: ['route'],
      words:
        'Without `AllowedMethods`, only `GET`, `HEAD` and `POST` are let through; an answer to any other method has none of the headers either.',
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
        'A handler that panics ends the connection without an answer: recover inside of `withCORS`, and answer with 500.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        '`withCORS` has to be the outermost: a sign-in around it refuses preflights, which have no cookies.',
    },
  ],
  links: [{ label: 'rs/cors', url: 'https://pkg.go.dev/github.com/rs/cors' }],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials, path } = policy;
  return [
    ...goMiddleware(policy, 'github.com/rs/cors'),
    ...lines(null, `\t${path === null ? 'return' : 'allowed :='} cors.New(cors.Options{`),
    ...goFields('\t\t', [
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
      // As its documentation says, 0 is left out of the answer, and what is below is sent as 0.
      maxAge !== null && { name: 'MaxAge', value: maxAge === 0 ? '-1' : String(maxAge), note: 'max-age' },
      credentials && { name: 'AllowCredentials', value: 'true', note: 'credentials' },
    ]),
    ...lines('use', '\t}).Handler(next)'),
    ...(path === null ? [] : around(policy)),
    ...lines(null, '}'),
  ];
}

function around(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines(null, '\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {'),
    ...goPathGuard(policy),
    ...lines(null, '\t\tallowed.ServeHTTP(w, r)', '\t})'),
  ];
}
