import type { WritablePolicy } from '../writable-policy.ts';
import { goMiddleware, goPathGuard } from './go-source.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const go: ServerPlatform = {
  id: 'go',
  name: 'Go net/http',
  family: 'go',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'file', file: 'cors.go', language: 'go', lines: middleware(policy) },
    { place: 'main', file: 'main.go', language: 'go', lines: lines('use', 'handler := withCORS(mux)') },
  ],
  places: {
    file: 'A new file beside your `main.go`.',
    main: 'Where the server starts: `mux` is what you gave to `http.ListenAndServe`, and `handler` takes its place.',
  },
  reload: 'Build and start the program again.',
  traps: [
    {
      id: 'panic',
      about: ['errors'],
      words:
        'A handler that panics ends the connection without an answer: recover inside of `withCORS`, and answer with 500.',
    },
    {
      id: 'single-handlers',
      about: ['route', 'options'],
      words:
        'Wrap the whole router: a pattern such as `GET /items` answers `OPTIONS` with 405, and a path without a pattern with 404, before a handler inside is asked.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        '`withCORS` has to be the outermost: a sign-in around it refuses preflights, which have no cookies.',
    },
    {
      id: 'reverse-proxy',
      about: ['layers', 'upstream'],
      words:
        '`httputil.ReverseProxy` adds the headers of what is behind it to these: delete its `Access-Control-` headers in `ModifyResponse`.',
    },
    {
      id: 'prefix',
      about: ['origin'],
      words:
        'Compare the whole origin: `strings.HasPrefix` lets in `https://your-site.example.evil.test`, too.',
    },
  ],
  links: [
    { label: 'Go: net/http', url: 'https://pkg.go.dev/net/http' },
    { label: 'Go: httputil.ReverseProxy', url: 'https://pkg.go.dev/net/http/httputil#ReverseProxy' },
  ],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  return [
    ...goMiddleware(policy, null),
    ...lines(null, '\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {'),
    ...goPathGuard(policy),
    ...lines(null, '\t\theader := w.Header()'),
    ...lines(
      'preflight',
      '\t\tisPreflight := r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != ""',
    ),
    ...(policy.origins === '*' ? publicHeaders(policy) : listHeaders(policy, policy.origins)),
    ...lines(
      'answer-preflight',
      '\t\tif isPreflight {',
      '\t\t\tw.WriteHeader(http.StatusNoContent)',
      '\t\t\treturn',
      '\t\t}',
    ),
    ...lines(null, '\t\tnext.ServeHTTP(w, r)', '\t})', '}'),
  ];
}

function publicHeaders(policy: WritablePolicy): readonly Line[] {
  return [...lines('any-origin', set(2, 'Allow-Origin', '"*"')), ...others(2, policy)];
}

function listHeaders(policy: WritablePolicy, origins: readonly string[]): readonly Line[] {
  return [
    ...lines('vary', '\t\theader.Add("Vary", "Origin")'),
    ...lines(
      'origins',
      '\t\tswitch origin := r.Header.Get("Origin"); origin {',
      `\t\tcase ${origins.map((origin) => `"${origin}"`).join(',\n\t\t\t')}:`,
    ),
    ...lines('allow-origin', set(3, 'Allow-Origin', 'origin')),
    ...lines('credentials', policy.credentials && set(3, 'Allow-Credentials', '"true"')),
    ...others(3, policy),
    ...lines(null, '\t\t}'),
  ];
}

function others(depth: number, policy: WritablePolicy): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  const indent = '\t'.repeat(depth);
  return [
    ...lines('exposed', exposed !== null && set(depth, 'Expose-Headers', `"${exposed}"`)),
    ...lines('preflight', `${indent}if isPreflight {`),
    ...lines('methods', set(depth + 1, 'Allow-Methods', `"${methods}"`)),
    ...lines('headers', headers !== null && set(depth + 1, 'Allow-Headers', `"${headers}"`)),
    ...lines('max-age', maxAge !== null && set(depth + 1, 'Max-Age', `"${maxAge}"`)),
    ...lines(null, `${indent}}`),
  ];
}

function set(depth: number, name: string, value: string): string {
  return `${'\t'.repeat(depth)}header.Set("Access-Control-${name}", ${value})`;
}
