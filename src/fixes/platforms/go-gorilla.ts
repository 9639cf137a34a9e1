import type { WritablePolicy } from '../writable-policy.ts';
import { goList, goMiddleware, goPathGuard, goStrings } from './go-source.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const goGorilla: ServerPlatform = {
  id: 'go-gorilla',
  name: 'Go with gorilla/handlers',
  family: 'go',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'shell',
      file: null,
      language: 'shell',
      lines: lines('install', 'go get github.com/gorilla/handlers'),
    },
    { place: 'file', file: 'cors.go', language: 'go', lines: middleware(policy) },
    { place: 'main', file: 'main.go', language: 'go', lines: lines('use', 'handler := withCORS(router)') },
  ],
  places: {
    shell: 'In the folder of your `go.mod`.',
    file: 'A new file beside your `main.go`.',
    main: 'Where the server starts: `router` is what you gave to `http.ListenAndServe`, such as the `mux.NewRouter()`, and `handler` takes its place.',
  },
  reload: 'Build and start the program again.',
  traps: [
    {
      id: 'router-use',
      about: ['options', 'route'],
      words:
        'With `router.Use`, it is asked only for routes that exist, with their methods: preflights are answered with 405, and 404 has no headers. Wrap the router.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'It sends `Vary` only to allowed origins, and only if there are several, so the function around it does: else caches hand answers without the headers to pages that may read.',
    },
    {
      id: 'max-age',
      about: ['options'],
      words: 'It never lets browsers keep the answer to a preflight for longer than 600 seconds.',
    },
    {
      id: 'content-type',
      about: ['options'],
      words:
        '`Content-Type` has to be listed for JSON: a header that isn’t listed is answered with 403, a method with 405.',
    },
    {
      id: 'panic',
      about: ['errors'],
      words:
        'A handler that panics ends the connection without an answer, unless there is `handlers.RecoveryHandler()`, which answers with 500.',
    },
    {
      id: 'any-origin',
      about: ['origin'],
      words: 'Without `AllowedOrigins`, every origin is allowed.',
    },
  ],
  links: [{ label: 'gorilla/handlers', url: 'https://pkg.go.dev/github.com/gorilla/handlers#CORS' }],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials } = policy;
  const isPlain = origins === '*' && policy.path === null;
  const option = (name: string, value = ''): string =>
    `\t\thandlers.${name}(${value.replaceAll('\n', '\n\t\t')}),`;
  return [
    ...goMiddleware(policy, 'github.com/gorilla/handlers'),
    ...lines(null, `\t${isPlain ? 'return' : 'allowed :='} handlers.CORS(`),
    ...(origins === '*'
      ? lines('any-origin', option('AllowedOrigins', goStrings(['*'])))
      : lines('origins', option('AllowedOrigins', goList(origins)))),
    ...lines('methods', option('AllowedMethods', goStrings(allowedMethods(policy)))),
    ...lines('headers', headers.length > 0 && option('AllowedHeaders', goStrings(headers))),
    ...lines('exposed', exposed.length > 0 && option('ExposedHeaders', goStrings(exposed))),
    ...lines('max-age', maxAge !== null && option('MaxAge', String(maxAge))),
    ...lines('credentials', credentials && option('AllowCredentials')),
    ...lines('use', '\t)(next)'),
    ...(isPlain ? [] : around(policy)),
    ...lines(null, '}'),
  ];
}

/** What it doesn't do itself: limiting it to a path, and the `Vary` of all answers. */
function around(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines(null, '\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {'),
    ...goPathGuard(policy),
    ...lines('vary', policy.origins !== '*' && '\t\tw.Header().Add("Vary", "Origin")'),
    ...lines(null, '\t\tallowed.ServeHTTP(w, r)', '\t})'),
  ];
}
