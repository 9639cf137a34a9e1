import type { WritablePolicy } from '../writable-policy.ts';
import { type GoField, goFields, goList, goStrings } from './go-source.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const goGin: ServerPlatform = {
  id: 'go-gin',
  name: 'Gin with gin-contrib/cors',
  family: 'go',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'shell',
      file: null,
      language: 'shell',
      lines: lines('install', 'go get github.com/gin-contrib/cors'),
    },
    { place: 'file', file: 'cors.go', language: 'go', lines: middleware(policy) },
    { place: 'router', file: 'main.go', language: 'go', lines: lines('use', 'r.Use(withCORS())') },
  ],
  places: {
    shell: 'In the folder of your `go.mod`.',
    file: 'A new file beside your `main.go`.',
    router: 'First after `r := gin.Default()`, before the routes.',
  },
  reload: 'Build and start the program again.',
  traps: [
    {
      id: 'first',
      about: ['sign-in', 'route'],
      words:
        '`r.Use` concerns only the routes that are added after it, and comes before other `r.Use` that answer, such as a sign-in.',
    },
    {
      id: 'group',
      about: ['options', 'route'],
      words:
        'In a group, it is asked only for routes that exist: preflights are answered with 404. Use it on the engine itself.',
    },
    {
      id: 'forbidden',
      about: ['refusal', 'origin'],
      words:
        'It answers every other origin with 403, whatever the request is. Behind a proxy that changes `Host`, these are also requests of your own pages that have an `Origin`: add theirs.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'It sends no `Vary` with answers to others or without an `Origin`, which the function around it adds: else caches hand them to pages that may read.',
    },
    {
      id: 'any-header',
      about: ['options'],
      words:
        '`cors.DefaultConfig()` allows `Content-Type`, but not `Authorization`; and without origins, `cors.New` panics.',
    },
    {
      id: 'schemes',
      about: ['origin'],
      words:
        'A list with another scheme than `http` or `https`, such as `capacitor://localhost`, makes `AllowOrigins` panic: compare them in `AllowOriginFunc`.',
    },
  ],
  links: [
    { label: 'gin-contrib/cors', url: 'https://pkg.go.dev/github.com/gin-contrib/cors' },
    { label: 'Gin: middleware', url: 'https://gin-gonic.com/en/docs/middleware/using-middleware/' },
  ],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  const { exposed, maxAge, headers, credentials } = policy;
  const isPlain = policy.origins === '*' && policy.path === null;
  return [
    ...lines(null, 'package main', ''),
    ...lines(
      'import',
      'import (',
      policy.path !== null && '\t"strings"',
      maxAge !== null && '\t"time"',
      (policy.path !== null || maxAge !== null) && '',
      '\t"github.com/gin-contrib/cors"',
      '\t"github.com/gin-gonic/gin"',
      ')',
      '',
    ),
    ...lines(
      null,
      '// withCORS lets pages of other origins use the routes.',
      'func withCORS() gin.HandlerFunc {',
      isPlain ? '\treturn cors.New(cors.Config{' : '\tallowed := cors.New(cors.Config{',
    ),
    ...goFields('\t\t', [
      originsField(policy),
      { name: 'AllowMethods', value: goStrings(allowedMethods(policy)), note: 'methods' },
      headers.length > 0 && { name: 'AllowHeaders', value: goStrings(headers), note: 'headers' },
      exposed.length > 0 && { name: 'ExposeHeaders', value: goStrings(exposed), note: 'exposed' },
      maxAge !== null && { name: 'MaxAge', value: `${maxAge} * time.Second`, note: 'max-age' },
      credentials && { name: 'AllowCredentials', value: 'true', note: 'credentials' },
    ]),
    ...lines(null, '\t})'),
    ...(isPlain ? [] : around(policy)),
    ...lines(null, '}'),
  ];
}

function originsField({ origins }: WritablePolicy): GoField {
  if (origins === '*') return { name: 'AllowAllOrigins', value: 'true', note: 'any-origin' };
  if (origins.every((origin) => /^https?:/.test(origin))) {
    return { name: 'AllowOrigins', value: goList(origins), note: 'origins' };
  }
  // The list accepts no other schemes.
  const compare = [
    'func(origin string) bool {',
    '\tswitch origin {',
    `\tcase ${origins.map((origin) => `"${origin}"`).join(',\n\t\t')}:`,
    '\t\treturn true',
    '\t}',
    '\treturn false',
    '}',
  ].join('\n');
  return { name: 'AllowOriginFunc', value: compare, note: 'origins' };
}

/** What it doesn't do itself: limiting it to a path, and the `Vary` of all answers. */
function around({ origins, path }: WritablePolicy): readonly Line[] {
  return [
    ...lines(null, '\treturn func(c *gin.Context) {'),
    ...lines(
      'path',
      path !== null && `\t\tif !strings.HasPrefix(c.Request.URL.Path, "${path}") {\n\t\t\treturn\n\t\t}`,
    ),
    ...lines('vary', origins !== '*' && '\t\tc.Writer.Header().Add("Vary", "Origin")'),
    ...lines('answer-preflight', '\t\tallowed(c)'),
    ...lines(null, '\t}'),
  ];
}
