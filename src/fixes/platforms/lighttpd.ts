import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const lighttpd: ServerPlatform = {
  id: 'lighttpd',
  name: 'lighttpd',
  family: 'server',
  answersAs: ['lighttpd'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'end', file: 'lighttpd.conf', language: 'lighttpd', lines: [...modules(), ...all(policy)] },
  ],
  places: {
    end: 'At the end of `/etc/lighttpd/lighttpd.conf`: what comes later counts there.',
  },
  reload:
    'Check with `lighttpd -tt -f /etc/lighttpd/lighttpd.conf`, then restart with `systemctl restart lighttpd`.',
  traps: [
    {
      id: 'order-of-modules',
      about: ['errors', 'sign-in', 'options'],
      words:
        'Modules are asked in the order of `server.modules`: behind `mod_auth` or `mod_proxy`, `mod_setenv` adds nothing to their 401, and preflights aren’t answered.',
    },
    {
      id: 'inner-block',
      about: ['route', 'errors'],
      words:
        'Another `setenv.set-response-header` in a condition that holds replaces all of these headers: add it to the list here.',
    },
    {
      id: 'add',
      about: ['layers'],
      words:
        '`setenv.add-response-header` adds a second line to what the app sends: right for `Vary`, wrong for all others.',
    },
    {
      id: 'options',
      about: ['options'],
      words:
        'By itself, lighttpd answers `OPTIONS` with 404 where there is no file, and hands it on where there is a `proxy.server`.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words:
        'Compare with `==`: a `=~` without `^` and `$` lets in `https://your-site.example.evil.test`, too.',
    },
  ],
  links: [
    {
      label: 'lighttpd: mod_setenv',
      url: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModSetEnv',
    },
    {
      label: 'lighttpd: mod_redirect',
      url: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModRedirect',
    },
    {
      label: 'lighttpd: conditions',
      url: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_Configuration',
    },
  ],
};

function modules(): readonly Line[] {
  return lines('all-responses', 'server.modules := ( "mod_setenv", "mod_redirect" ) + server.modules');
}

function all(policy: WritablePolicy): readonly Line[] {
  const { path, origins } = policy;
  const common = commonHeaders(policy);
  const answers = [
    ...(origins === '*'
      ? [
          ...lines(null, 'setenv.set-response-header = ('),
          ...lines('any-origin', '  "Access-Control-Allow-Origin" => "*",'),
          ...common,
          ...lines(null, ')'),
        ]
      : listHeaders(origins)),
    ...lines(
      'preflight',
      '$HTTP["request-method"] == "OPTIONS" {',
      '  $REQUEST_HEADER["Access-Control-Request-Method"] != "" {',
    ),
    ...lines('answer-preflight', '    url.redirect = ( "" => "/" )', '    url.redirect-code = 204'),
    ...lines('preflight', '  }', '}'),
  ];
  return [
    ...(origins === '*' ? [] : [...lines(null, 'var.cors_headers = ('), ...common, ...lines(null, ')')]),
    ...(path === null
      ? answers
      : [
          ...lines('path', `$HTTP["url"] =~ "^${path.replaceAll('.', '\\.')}" {`),
          ...answers.map(({ text, note }) => ({ text: `  ${text}`, note })),
          ...lines('path', '}'),
        ]),
  ];
}

/** What goes with `Access-Control-Allow-Origin`. An empty value takes out what the app sends. */
function commonHeaders(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  return [
    ...(policy.credentials
      ? lines('credentials', header('Allow-Credentials', 'true'))
      : lines('replace', header('Allow-Credentials', ''))),
    ...lines(exposed === null ? 'replace' : 'exposed', header('Expose-Headers', exposed ?? '')),
    ...lines('methods', header('Allow-Methods', methods)),
    ...lines(headers === null ? 'replace' : 'headers', header('Allow-Headers', headers ?? '')),
    ...lines(maxAge === null ? 'replace' : 'max-age', header('Max-Age', maxAge ?? '')),
  ];
}

/** By origin, as no value there can be put together from the request. */
function listHeaders(origins: readonly string[]): readonly Line[] {
  return [
    ...lines('vary', 'setenv.add-response-header = ( "Vary" => "Origin" )'),
    ...lines('replace', 'setenv.set-response-header = (', ...NAMES.map((name) => header(name, '')), ')'),
    ...origins.flatMap((origin) => [
      ...lines('origins', `$REQUEST_HEADER["Origin"] == "${origin}" {`),
      ...lines(
        'allow-origin',
        `  setenv.set-response-header = ( "Access-Control-Allow-Origin" => "${origin}" ) + var.cors_headers`,
      ),
      ...lines('origins', '}'),
    ]),
  ];
}

const NAMES = [
  'Allow-Origin',
  'Allow-Credentials',
  'Expose-Headers',
  'Allow-Methods',
  'Allow-Headers',
  'Max-Age',
];

function header(name: string, value: string): string {
  return `  "Access-Control-${name}" => "${value}",`;
}
