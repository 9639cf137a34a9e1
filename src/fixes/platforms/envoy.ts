import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { indented } from './yaml-lines.ts';

export const envoy: ServerPlatform = {
  id: 'envoy',
  name: 'Envoy',
  family: 'kubernetes',
  answersAs: ['envoy'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a YAML parser and a schema made from its API reference' },
  generate: (policy) => [
    { place: 'filters', file: 'envoy.yaml', language: 'yaml', lines: filter() },
    { place: 'virtual-host', file: 'envoy.yaml', language: 'yaml', lines: virtualHost(policy) },
  ],
  places: {
    filters: 'Into `http_filters` of the connection manager, as the first of them.',
    'virtual-host':
      'Into the virtual host of the API, beside `domains` and `routes`; or into a single route.',
  },
  reload: 'It takes effect when Envoy is started anew, or at once if the configuration comes by xDS.',
  traps: [
    {
      id: 'first',
      about: ['sign-in', 'options'],
      words:
        'Filters run in the order of `http_filters`: behind `jwt_authn` or `ext_authz`, preflights are refused with 401 or 403.',
    },
    {
      id: 'both',
      about: ['options', 'route'],
      words:
        'The filter does nothing without the policy in the virtual host, and the policy does nothing without the filter.',
    },
    {
      id: 'route',
      about: ['route', 'options'],
      words:
        'A request that no route takes is answered with 404 before the filter sees it. A route that matches `:method` has to take `OPTIONS` as well.',
    },
    {
      id: 'any-origin',
      about: ['origin'],
      words:
        'For `*` Envoy answers with the origin of the page instead. Without credentials that allows just as much, but `Vary: Origin` has to be there.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'The filter sends no `Vary` itself; `response_headers_to_add` does, without losing what the server sends.',
    },
    {
      id: 'others',
      about: ['options', 'origin'],
      words:
        'Preflights of origins that aren’t listed go on to the server, whose answer then counts; `forward_not_matching_preflights: false` answers them here.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words: 'Use `exact`: a `suffix` lets in `https://evil-your-site.example`, too.',
    },
  ],
  links: [
    {
      label: 'Envoy: CORS filter',
      url: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter',
    },
    {
      label: 'Envoy API: CorsPolicy',
      url: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/http/cors/v3/cors.proto',
    },
  ],
};

const TYPE = 'type.googleapis.com/envoy.extensions.filters.http.cors.v3';

function filter(): readonly Line[] {
  return lines('use', '- name: envoy.filters.http.cors', '  typed_config:', `    "@type": ${TYPE}.Cors`);
}

function virtualHost(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials } = policy;
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  const exact = (origin: string): string => `  - exact: "${origin}"`;
  return [
    ...lines(
      null,
      'typed_per_filter_config:',
      '  envoy.filters.http.cors:',
      `    "@type": ${TYPE}.CorsPolicy`,
    ),
    ...indented(2, [
      ...(origins === '*'
        ? lines('any-origin', 'allow_origin_string_match:', exact('*'))
        : lines('origins', 'allow_origin_string_match:', ...origins.map(exact))),
      ...lines('credentials', credentials && 'allow_credentials: true'),
      ...lines('methods', `allow_methods: "${methods}"`),
      ...lines('headers', headers !== null && `allow_headers: "${headers}"`),
      ...lines('exposed', exposed !== null && `expose_headers: "${exposed}"`),
      ...lines('max-age', maxAge !== null && `max_age: "${maxAge}"`),
    ]),
    ...lines(
      'replace',
      'response_headers_to_remove:',
      '  - access-control-allow-origin',
      '  - access-control-allow-credentials',
      '  - access-control-expose-headers',
    ),
    ...lines(
      'vary',
      'response_headers_to_add:',
      '  - header: { key: Vary, value: Origin }',
      '    append_action: APPEND_IF_EXISTS_OR_ADD',
    ),
  ];
}
