import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const haproxy: ServerPlatform = {
  id: 'haproxy',
  name: 'HAProxy',
  family: 'server',
  // It leaves no mark.
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'frontend',
      file: 'haproxy.cfg',
      language: 'haproxy',
      lines: [...requestLines(policy), ...responseLines(policy)].map(({ text, note }) => ({
        text: `    ${text}`,
        note,
      })),
    },
  ],
  places: {
    frontend: 'Into the `frontend` of the API, before its other `http-request` lines.',
  },
  reload: 'Check with `haproxy -c -f /etc/haproxy/haproxy.cfg`, then reload with `systemctl reload haproxy`.',
  traps: [
    {
      id: 'after-response',
      about: ['errors', 'upstream'],
      words:
        '`http-response` leaves out what HAProxy answers itself: 401, 403, 503 and the preflights. `http-after-response` is for all.',
    },
    {
      id: 'order',
      about: ['sign-in', 'refusal', 'options'],
      words:
        'Lines are run from top to bottom: an `http-request auth`, `deny` or `redirect` above these answers preflights first.',
    },
    {
      id: 'request-header',
      about: ['origin'],
      words:
        'When it answers, HAProxy doesn’t know the request’s headers any more: `req.hdr` is empty there, and so the origin is kept in `txn.cors_origin`.',
    },
    {
      id: 'match',
      about: ['origin'],
      words:
        'Compare with `-m str`: `-m beg`, `-m end`, `-m sub` and `-m reg` let in origins that only look like yours.',
    },
    {
      id: 'two-of-a-name',
      about: ['options'],
      words:
        'Two `acl` lines of one name mean “or”: that is right for the origins, and wrong for the parts of a condition.',
    },
    {
      id: 'version',
      about: ['options'],
      words: '`http-request return` and `http-after-response` need HAProxy 2.2 or newer.',
    },
  ],
  links: [
    {
      label: 'HAProxy: http-after-response',
      url: 'https://docs.haproxy.org/2.6/configuration.html#4.2-http-after-response',
    },
    {
      label: 'HAProxy: http-request return',
      url: 'https://docs.haproxy.org/2.6/configuration.html#4.2-http-request%20return',
    },
    { label: 'HAProxy: ACLs', url: 'https://docs.haproxy.org/2.6/configuration.html#7' },
  ],
};

function requestLines({ origins, path }: WritablePolicy): readonly Line[] {
  const onPath = path === null ? '' : '{ var(txn.cors_path) -m bool } ';
  return [
    ...lines(
      'path',
      path !== null && `http-request set-var(txn.cors_path) bool(true) if { path_beg ${path} }`,
    ),
    ...lines(
      'origins',
      ...(origins === '*'
        ? []
        : [
            ...origins.map((origin) => `acl cors_allowed req.fhdr(Origin) -m str ${origin}`),
            `http-request set-var(txn.cors_origin) req.fhdr(Origin) if ${onPath}cors_allowed`,
          ]),
    ),
    ...lines(
      'preflight',
      `http-request set-var(txn.cors_preflight) bool(true) if ${onPath}METH_OPTIONS { req.fhdr(Access-Control-Request-Method) -m found }`,
    ),
    ...lines('answer-preflight', 'http-request return status 204 if { var(txn.cors_preflight) -m bool }'),
  ];
}

function responseLines(policy: WritablePolicy): readonly Line[] {
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  const isList = policy.origins !== '*';
  // The origin is known only on the path; what is for everybody has to ask for the path itself.
  const onPath = policy.path === null ? [] : ['{ var(txn.cors_path) -m bool }'];
  const allowed = isList ? ['{ var(txn.cors_origin) -m found }'] : onPath;
  const preflight = [...(isList ? allowed : []), '{ var(txn.cors_preflight) -m bool }'];
  return [
    ...lines('replace', ...NAMES.map((name) => after(`del-header Access-Control-${name}`, onPath))),
    ...lines('vary', isList && after('add-header Vary Origin', onPath)),
    ...(isList
      ? lines('allow-origin', set('Allow-Origin', '%[var(txn.cors_origin)]', allowed))
      : lines('any-origin', set('Allow-Origin', '*', allowed))),
    ...lines('credentials', policy.credentials && set('Allow-Credentials', 'true', allowed)),
    ...lines('exposed', exposed !== null && set('Expose-Headers', exposed, allowed)),
    ...lines('methods', set('Allow-Methods', methods, preflight)),
    ...lines('headers', headers !== null && set('Allow-Headers', headers, preflight)),
    ...lines('max-age', maxAge !== null && set('Max-Age', maxAge, preflight)),
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

function set(name: string, value: string, conditions: readonly string[]): string {
  return after(`set-header Access-Control-${name} "${value}"`, conditions);
}

function after(action: string, conditions: readonly string[]): string {
  return ['http-after-response', action, ...(conditions.length === 0 ? [] : ['if', ...conditions])].join(' ');
}
