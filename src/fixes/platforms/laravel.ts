import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { indented } from './indented.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { quoted } from './quoted.ts';

export const laravel: ServerPlatform = {
  id: 'laravel',
  name: 'Laravel',
  family: 'php',
  answersAs: ['laravel'],
  scope: 'path',
  proof: { kind: 'checked', by: 'PHP itself, which evaluated it' },
  generate: (policy) => [{ place: 'config', file: 'cors.php', language: 'php', lines: config(policy) }],
  places: {
    config:
      'The whole of `config/cors.php`; where there is none, Laravel has its own, and this takes its place.',
  },
  reload: 'Run `php artisan config:clear`, or `php artisan config:cache` where the configuration is cached.',
  traps: [
    {
      id: 'paths',
      about: ['route', 'options'],
      words:
        'Only what `paths` names has the headers. Sanctum’s `sanctum/csrf-cookie` and routes of `web.php` aren’t below `api/`.',
    },
    {
      id: 'cached',
      about: ['origin', 'options', 'route'],
      words:
        'A cached configuration is the one that counts: after an edit, nothing changes until it is made anew.',
    },
    {
      id: 'single',
      about: ['origin'],
      words:
        'With a single origin, Laravel names it to everybody, whoever asks, and needs no `Vary`. Browsers compare it with the page’s own.',
    },
    {
      id: 'dump',
      about: ['errors', 'route'],
      words: '`dd()`, `exit` and fatal errors end the request before the middleware adds the headers.',
    },
    {
      id: 'layers',
      about: ['layers'],
      words:
        "Remove `header('Access-Control-…')` and middlewares of your own, and what Apache or nginx adds: twice is refused.",
    },
    {
      id: 'cookies',
      about: ['sign-in'],
      words:
        'Cookies need `supports_credentials`, and from pages of another site `SESSION_SAME_SITE=none` with `SESSION_SECURE_COOKIE=true`, too.',
    },
  ],
  links: [
    { label: 'Laravel: CORS', url: 'https://laravel.com/docs/routing#cors' },
    {
      label: 'Laravel: config/cors.php',
      url: 'https://github.com/laravel/framework/blob/12.x/config/cors.php',
    },
  ],
};

function config(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge, path } = policy;
  return [
    ...lines(null, '<?php', '', 'return ['),
    ...indented('    ', [
      ...lines('path', `'paths' => ['${path === null ? '' : path.slice(1)}*'],`),
      ...(origins === '*'
        ? lines('any-origin', "'allowed_origins' => ['*'],")
        : lines('origins', "'allowed_origins' => [", ...origins.map((origin) => `    '${origin}',`), '],')),
      ...lines('origins', "'allowed_origins_patterns' => [],"),
      ...lines(credentials ? 'credentials' : 'no-credentials', `'supports_credentials' => ${credentials},`),
      ...lines('exposed', `'exposed_headers' => [${quoted(exposed, "'")}],`),
      ...lines('methods', `'allowed_methods' => [${quoted(allowedMethods(policy), "'")}],`),
      ...lines('headers', `'allowed_headers' => [${quoted(headers, "'")}],`),
      ...lines('max-age', `'max_age' => ${maxAge ?? 'null'},`),
    ]),
    ...lines(null, '];'),
  ];
}
