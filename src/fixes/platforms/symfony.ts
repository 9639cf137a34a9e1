import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { indented } from './indented.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { quoted } from './quoted.ts';

export const symfony: ServerPlatform = {
  id: 'symfony',
  name: 'Symfony (NelmioCorsBundle)',
  family: 'php',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'checked', by: 'a YAML parser and the options of the bundle' },
  generate: (policy) => [
    {
      place: 'shell',
      file: null,
      language: 'shell',
      lines: lines('install', 'composer require nelmio/cors-bundle'),
    },
    { place: 'config', file: 'nelmio_cors.yaml', language: 'yaml', lines: config(policy) },
  ],
  places: {
    shell: 'In the folder of the application.',
    config:
      'The whole of `config/packages/nelmio_cors.yaml`, in place of what the installation has put there.',
  },
  reload: 'Run `php bin/console cache:clear`; `php bin/console debug:config nelmio_cors` shows what counts.',
  traps: [
    {
      id: 'regex',
      about: ['origin'],
      words:
        'With `origin_regex: true`, as the installation has it, origins are regular expressions: without `^` and `$`, `https://your-site.example.evil.test` is allowed, too.',
    },
    {
      id: 'regex-below-path',
      about: ['origin'],
      words:
        'Below a path, `origin_regex: false` is ignored, as is everything that is false or empty: the value of `defaults` stays.',
    },
    {
      id: 'any',
      about: ['origin', 'cache'],
      words:
        "For `allow_origin: ['*']` the bundle names the origin that asks. `forced_allow_origin_value: '*'` makes it the same for everybody, and fit for caches.",
    },
    {
      id: 'paths',
      about: ['route', 'options'],
      words: 'Without a path that matches, such as `^/`, nothing has the headers, whatever `defaults` says.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'The bundle says `Vary: Origin` on preflights and on what Symfony takes for cacheable. If something else keeps your answers, say it there for all.',
    },
    {
      id: 'layers',
      about: ['layers'],
      words:
        'Remove listeners of your own that set the headers, and what Apache or nginx adds: twice is refused.',
    },
  ],
  links: [
    {
      label: 'NelmioCorsBundle',
      url: 'https://symfony.com/bundles/NelmioCorsBundle/current/index.html',
    },
  ],
};

function config(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  return [
    ...lines(null, 'nelmio_cors:', '    defaults:'),
    ...indented('        ', defaults(policy)),
    ...lines('path', '    paths:', `        '^${(path ?? '/').replaceAll('.', '\\.')}': null`),
  ];
}

function defaults(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge } = policy;
  const list = (values: readonly string[]): string => `[${quoted(values, "'")}]`;
  return [
    ...lines('origins', 'origin_regex: false'),
    ...(origins === '*'
      ? lines('any-origin', "allow_origin: ['*']", "forced_allow_origin_value: '*'")
      : lines('origins', 'allow_origin:', ...origins.map((origin) => `    - '${origin}'`))),
    ...lines(credentials ? 'credentials' : 'no-credentials', `allow_credentials: ${credentials}`),
    ...lines('exposed', exposed.length > 0 && `expose_headers: ${list(exposed)}`),
    ...lines('methods', `allow_methods: ${list(allowedMethods(policy))}`),
    ...lines('headers', headers.length > 0 && `allow_headers: ${list(headers)}`),
    ...lines('max-age', maxAge !== null && `max_age: ${maxAge}`),
  ];
}
