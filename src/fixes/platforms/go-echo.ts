import type { WritablePolicy } from '../writable-policy.ts';
import { goFields, goList, goStrings } from './go-source.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const goEcho: ServerPlatform = {
  id: 'go-echo',
  name: 'Echo',
  family: 'go',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'file', file: 'cors.go', language: 'go', lines: middleware(policy) },
    { place: 'router', file: 'main.go', language: 'go', lines: lines('use', 'e.Use(withCORS)') },
  ],
  places: {
    file: 'A new file beside your `main.go`.',
    router: 'After `e := echo.New()`, before every other `e.Use` that answers.',
  },
  reload: 'Build and start the program again.',
  traps: [
    {
      id: 'first',
      about: ['sign-in', 'options'],
      words: 'Middleware runs in the order of `e.Use`: a sign-in before this one refuses preflights.',
    },
    {
      id: 'group',
      about: ['options', 'route'],
      words:
        'On a route or a group, it is asked only for methods that are there, and preflights are answered with 405: use it on `e` itself, with a `Skipper` for the path.',
    },
    {
      id: 'any-header',
      about: ['options'],
      words:
        'Without `AllowHeaders`, it allows every header that a page asks for, which is why there is at least `Accept` here.',
    },
    {
      id: 'any-origin',
      about: ['origin'],
      words:
        'Without `AllowOrigins`, every origin is allowed; older versions name each one if `AllowCredentials` is set, too.',
    },
    {
      id: 'panic',
      about: ['errors'],
      words:
        'A handler that panics ends the connection without an answer, unless there is `middleware.Recover()`, which answers with 500.',
    },
    {
      id: 'options',
      about: ['options'],
      words: 'It answers every `OPTIONS` request below its path, also those that are no preflights.',
    },
  ],
  links: [
    { label: 'Echo: CORS', url: 'https://echo.labstack.com/docs/middleware/cors' },
    { label: 'echo/middleware', url: 'https://pkg.go.dev/github.com/labstack/echo/v4/middleware' },
  ],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  const { origins, headers, exposed, maxAge, credentials, path } = policy;
  const skip = [
    'func(c echo.Context) bool {',
    `\treturn !strings.HasPrefix(c.Request().URL.Path, "${path}")`,
    '}',
  ].join('\n');
  return [
    ...lines(null, 'package main', ''),
    ...(path === null
      ? lines('import', 'import "github.com/labstack/echo/v4/middleware"', '')
      : lines(
          'import',
          'import (',
          '\t"strings"',
          '',
          '\t"github.com/labstack/echo/v4"',
          '\t"github.com/labstack/echo/v4/middleware"',
          ')',
          '',
        )),
    ...lines(
      null,
      '// withCORS lets pages of other origins use the routes.',
      'var withCORS = middleware.CORSWithConfig(middleware.CORSConfig{',
    ),
    ...goFields('\t', [
      path !== null && { name: 'Skipper', value: skip, note: 'path' },
      origins === '*'
        ? { name: 'AllowOrigins', value: goStrings(['*']), note: 'any-origin' }
        : { name: 'AllowOrigins', value: goList(origins), note: 'origins' },
      { name: 'AllowMethods', value: goStrings(allowedMethods(policy)), note: 'methods' },
      // None would mean all that are asked for; this one needs no permission.
      {
        name: 'AllowHeaders',
        value: goStrings(headers.length === 0 ? ['Accept'] : headers),
        note: 'headers',
      },
      exposed.length > 0 && { name: 'ExposeHeaders', value: goStrings(exposed), note: 'exposed' },
      // As its documentation says, 0 is left out of the answer, and what is below is sent as 0.
      maxAge !== null && { name: 'MaxAge', value: maxAge === 0 ? '-1' : String(maxAge), note: 'max-age' },
      credentials && { name: 'AllowCredentials', value: 'true', note: 'credentials' },
    ]),
    ...lines(null, '})'),
  ];
}
