import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const nginx: ServerPlatform = {
  id: 'nginx',
  name: 'nginx',
  family: 'server',
  answersAs: ['nginx', 'openresty'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'http', file: 'nginx.conf', language: 'nginx', lines: maps(policy) },
    {
      place: policy.path === null ? 'server' : 'location',
      file: null,
      language: 'nginx',
      lines: headers(policy),
    },
  ],
  places: {
    http: 'Into the `http` block, in `/etc/nginx/nginx.conf` or a file of its own in `/etc/nginx/conf.d`.',
    server: 'Into the `server` block of the API, before its `location` blocks.',
    location: 'Into the `server` block of the API; what you have for this path moves into the `location`.',
  },
  reload: 'Check with `nginx -t`, then reload with `nginx -s reload`.',
  traps: [
    {
      id: 'inner-block',
      about: ['errors', 'route'],
      words:
        'A single `add_header` in an inner block drops all of the outer ones: repeat these lines there, or move that header out.',
    },
    {
      id: 'always',
      about: ['errors'],
      words:
        'Without `always`, `add_header` leaves out 404, 500 and other errors, and script can’t read them.',
    },
    {
      id: 'error-page',
      about: ['errors'],
      words: 'With `error_page`, the headers of the block that it leads to count: put the lines there too.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words:
        'The `return 204` stands in the `server` block because it then answers before `auth_basic` and `auth_request`; inside of a `location` that signs in, it does so too.',
    },
    {
      id: 'if',
      about: ['options'],
      words: 'Keep `add_header` out of the `if`: one in there drops all others for preflights.',
    },
    {
      id: 'upstream',
      about: ['layers'],
      words: '`proxy_hide_header` drops what the app sends; for FastCGI it is called `fastcgi_hide_header`.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words:
        'A regular expression without `^` and `$` in the `map` lets in `https://your-site.example.evil.test`, too.',
    },
  ],
  links: [
    { label: 'nginx: add_header', url: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html' },
    { label: 'nginx: map', url: 'https://nginx.org/en/docs/http/ngx_http_map_module.html' },
  ],
};

/** A key longer than that needs larger buckets, which nginx doesn't choose itself. */
const LONGEST_KEY = 40;

function maps(policy: WritablePolicy): readonly Line[] {
  const { origins } = policy;
  return [
    ...(origins === '*' ? [] : originMaps(origins, policy)),
    ...lines(
      'preflight',
      'map "$request_method:$http_access_control_request_method" $cors_is_preflight {',
      '  default "";',
      '  "~^OPTIONS:." "1";',
      '}',
    ),
    ...(origins === '*' ? [] : preflightMaps(policy)),
  ];
}

function originMaps(origins: readonly string[], policy: WritablePolicy): readonly Line[] {
  const { exposed } = headerValues(policy);
  const longest = Math.max(...origins.map(({ length }) => length));
  return lines(
    'origins',
    longest > LONGEST_KEY && 'map_hash_bucket_size 512;',
    'map $http_origin $cors_origin {',
    '  default "";',
    ...origins.map((origin) => `  "${origin}" $http_origin;`),
    '}',
  ).concat(
    policy.credentials
      ? lines('credentials', 'map $cors_origin $cors_credentials { "" ""; default "true"; }')
      : [],
    exposed === null
      ? []
      : lines('exposed', `map $cors_origin $cors_exposed { "" ""; default "${exposed}"; }`),
  );
}

/** What only an answer to a preflight of an allowed origin has. */
function preflightMaps(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, maxAge } = headerValues(policy);
  const map = (variable: string, value: string): string =>
    `map "$cors_is_preflight$cors_origin" ${variable} { default ""; "~^1." "${value}"; }`;
  return [
    ...lines('methods', map('$cors_methods', methods)),
    ...lines('headers', headers !== null && map('$cors_headers', headers)),
    ...lines('max-age', maxAge !== null && map('$cors_max_age', maxAge)),
  ];
}

function headers(policy: WritablePolicy): readonly Line[] {
  const inside = policy.origins === '*' ? publicHeaders(policy) : listHeaders(policy);
  const all = [
    ...inside,
    ...lines('answer-preflight', 'if ($cors_is_preflight) { return 204; }'),
    ...hidden(),
  ];
  if (policy.path === null) return all;
  return [
    ...lines('path', `location ${policy.path} {`),
    ...all.map(({ text, note }) => ({ text: `  ${text}`, note })),
    ...lines('your-part', '  # … what you have for this path …'),
    ...lines('path', '}'),
  ];
}

function listHeaders(policy: WritablePolicy): readonly Line[] {
  const { headers, exposed, maxAge } = headerValues(policy);
  return [
    ...lines('vary', 'add_header Vary Origin always;'),
    ...lines('allow-origin', 'add_header Access-Control-Allow-Origin $cors_origin always;'),
    ...lines('credentials', policy.credentials && add('Allow-Credentials', '$cors_credentials')),
    ...lines('exposed', exposed !== null && add('Expose-Headers', '$cors_exposed')),
    ...lines('methods', add('Allow-Methods', '$cors_methods')),
    ...lines('headers', headers !== null && add('Allow-Headers', '$cors_headers')),
    ...lines('max-age', maxAge !== null && add('Max-Age', '$cors_max_age')),
  ];
}

function publicHeaders(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  return [
    ...lines('any-origin', add('Allow-Origin', '*')),
    ...lines('exposed', exposed !== null && add('Expose-Headers', `"${exposed}"`)),
    ...lines('methods', add('Allow-Methods', `"${methods}"`)),
    ...lines('headers', headers !== null && add('Allow-Headers', `"${headers}"`)),
    ...lines('max-age', maxAge !== null && add('Max-Age', maxAge)),
  ];
}

function add(name: string, value: string): string {
  return `add_header Access-Control-${name} ${value} always;`;
}

const HIDDEN = [
  'Allow-Origin',
  'Allow-Credentials',
  'Expose-Headers',
  'Allow-Methods',
  'Allow-Headers',
  'Max-Age',
];

function hidden(): readonly Line[] {
  return lines('replace', ...HIDDEN.map((name) => `proxy_hide_header Access-Control-${name};`));
}
