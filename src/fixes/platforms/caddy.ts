import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const caddy: ServerPlatform = {
  id: 'caddy',
  name: 'Caddy',
  family: 'server',
  answersAs: ['caddy'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'site', file: 'Caddyfile', language: 'caddy', lines: site(policy) },
    {
      place: 'reverse-proxy',
      file: 'Caddyfile',
      language: 'caddy',
      lines: lines('replace', 'header_down -Access-Control-*'),
    },
  ],
  places: {
    site: 'Into the site block of the API; what you have there moves into the inner `handle`.',
    'reverse-proxy':
      'Into the braces of each `reverse_proxy` there, so that headers which the app sends aren’t there twice.',
  },
  reload: 'Check with `caddy validate`, then reload with `caddy reload`, both beside the `Caddyfile`.',
  traps: [
    {
      id: 'order',
      about: ['options', 'sign-in'],
      words:
        'Caddy sorts directives: outside of `handle`, `basic_auth` answers before a `respond` that stands above it, and preflights get 401.',
    },
    {
      id: 'defer',
      about: ['errors', 'upstream'],
      words:
        'A `header` with `defer`, or with `>` before the name, leaves out Caddy’s own errors: 404 of `file_server`, 502 of `reverse_proxy`.',
    },
    {
      id: 'layers',
      about: ['layers'],
      words: '`header` doesn’t replace what `reverse_proxy` brings: without `header_down`, both are sent.',
    },
    {
      id: 'wildcard',
      about: ['origin'],
      words:
        'A `*` at the end of an origin counts: `header Origin https://your-site.example*` lets in `https://your-site.example.evil.test`, too.',
    },
    {
      id: 'one-handle',
      about: ['route'],
      words:
        'Of several `handle` blocks only the first that fits counts: the others don’t get these headers.',
    },
  ],
  links: [
    { label: 'Caddy: header', url: 'https://caddyserver.com/docs/caddyfile/directives/header' },
    { label: 'Caddy: handle', url: 'https://caddyserver.com/docs/caddyfile/directives/handle' },
    { label: 'Caddy: matchers', url: 'https://caddyserver.com/docs/caddyfile/matchers' },
    {
      label: 'Caddy: reverse_proxy',
      url: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
    },
  ],
};

function site(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  const answers = [...headers(policy), ...preflight(policy), ...yourPart(policy)];
  return [
    ...matchers(policy),
    ...(path === null
      ? answers
      : [...lines('path', `handle ${path}* {`), ...indented(answers), ...lines('path', '}')]),
  ];
}

function matchers({ origins }: WritablePolicy): readonly Line[] {
  return [
    ...lines(
      'origins',
      ...(origins === '*'
        ? []
        : ['@cors_origin {', ...origins.map((origin) => `\theader Origin ${origin}`), '}']),
    ),
    ...lines(
      'preflight',
      '@cors_preflight {',
      '\tmethod OPTIONS',
      '\theader Access-Control-Request-Method *',
      '}',
    ),
  ];
}

/** What every answer has. */
function headers(policy: WritablePolicy): readonly Line[] {
  const { exposed } = headerValues(policy);
  const expose = lines('exposed', exposed !== null && set('Expose-Headers', exposed));
  if (policy.origins === '*') {
    return block('header', [...lines('any-origin', set('Allow-Origin', '*')), ...expose]);
  }
  return [
    ...lines('vary', 'header +Vary Origin'),
    ...block('header @cors_origin', [
      ...lines('allow-origin', set('Allow-Origin', '{header.Origin}')),
      ...lines('credentials', policy.credentials && set('Allow-Credentials', 'true')),
      ...expose,
    ]),
  ];
}

function preflight(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, maxAge } = headerValues(policy);
  const answer = block(policy.origins === '*' ? 'header' : 'header @cors_origin', [
    ...lines('methods', set('Allow-Methods', methods)),
    ...lines('headers', headers !== null && set('Allow-Headers', headers)),
    ...lines('max-age', maxAge !== null && set('Max-Age', maxAge)),
  ]);
  return [
    ...lines('answer-preflight', 'handle @cors_preflight {'),
    ...indented(answer),
    ...lines('answer-preflight', '\trespond 204', '}'),
  ];
}

function yourPart({ path }: WritablePolicy): readonly Line[] {
  return [
    ...lines(null, 'handle {'),
    ...lines('your-part', `\t# … what you have for this ${path === null ? 'site' : 'path'} …`),
    ...lines(null, '}'),
  ];
}

function block(directive: string, inside: readonly Line[]): readonly Line[] {
  return [...lines(null, `${directive} {`), ...indented(inside), ...lines(null, '}')];
}

function indented(inside: readonly Line[]): readonly Line[] {
  return inside.map(({ text, note }) => ({ text: `\t${text}`, note }));
}

function set(name: string, value: string): string {
  return `Access-Control-${name} "${value}"`;
}
