import type { WritablePolicy } from '../writable-policy.ts';
import { headerValues } from './header-values.ts';
import { originsLike } from './limits.ts';
import { type Limit, type Line, lines, type ServerPlatform } from './platform.ts';

export const ingressNginx: ServerPlatform = {
  id: 'ingress-nginx',
  name: 'ingress-nginx',
  family: 'kubernetes',
  answersAs: ['ingress-nginx'],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a YAML parser and the rules that the controller has for annotations' },
  limits: [
    originsLike(
      /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?$/,
      'The controller takes only origins of `http` and `https` with names of letters, digits, `-` and `.`; in place of others it allows every origin. Let the app itself answer by this policy.',
    ),
    {
      id: 'methods',
      field: 'methods',
      words:
        'The controller takes only methods of nothing but letters, and else allows its own list. Let the app itself answer by this policy.',
      exceededBy: ({ methods }) => methods.find((name) => !/^[A-Za-z]+$/.test(name)) ?? null,
    },
    ...(['headers', 'exposed'] as const).map(
      (field): Limit => ({
        id: field,
        field,
        words:
          'The controller takes only names of headers with letters, digits, `-` and `_`. Let the app itself answer by this policy.',
        exceededBy: (policy) => policy[field].find((name) => !/^[A-Za-z0-9_-]+$/.test(name)) ?? null,
      }),
    ),
  ],
  generate: (policy) => [
    { place: 'ingress', file: 'ingress.yaml', language: 'yaml', lines: annotations(policy) },
  ],
  places: { ingress: 'Into `metadata` of the Ingress of the API; what it has in `annotations` stays.' },
  reload: 'It takes effect with `kubectl apply`, without a restart.',
  traps: [
    {
      id: 'defaults',
      about: ['origin'],
      words:
        'With `enable-cors` alone, every origin is allowed, with credentials: what isn’t said here has generous defaults.',
    },
    {
      id: 'invalid',
      about: ['origin'],
      words:
        'A value that it doesn’t understand counts as not given: of one wrong origin it makes `*`, and says so only in the log of the controller.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'It sends no `Vary: Origin`. If anything caches the answers, the app has to send it, or the cache has to keep them apart by `Origin`.',
    },
    {
      id: 'whole-ingress',
      about: ['route'],
      words:
        'Annotations count for all paths of their Ingress, and for no other Ingress: to allow a part only, give it an Ingress of its own.',
    },
    {
      id: 'options',
      about: ['options', 'sign-in'],
      words:
        'Every `OPTIONS` request of an allowed origin is answered with 204 before `auth-url` and the app; those of other origins get through to both.',
    },
    {
      id: 'default-backend',
      about: ['errors', 'upstream'],
      words:
        'A host or path without an Ingress is answered by the default backend, with 404 and without these headers.',
    },
  ],
  links: [
    {
      label: 'ingress-nginx: annotations for CORS',
      url: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors',
    },
  ],
};

/** Has to be said, for there is a long list by default: `Accept` needs no permission. */
const NO_HEADERS = 'accept';
/** What browsers take where nothing is said; by default it says 20 days. */
const NO_MAX_AGE = '5';

function annotations(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials } = policy;
  const { methods, headers, exposed, maxAge } = headerValues(policy);
  const line = (name: string, value: string): string => `  nginx.ingress.kubernetes.io/${name}: "${value}"`;
  return [
    ...lines(null, 'annotations:'),
    ...lines('preflight', line('enable-cors', 'true')),
    ...(origins === '*'
      ? lines('any-origin', line('cors-allow-origin', '*'))
      : lines('origins', line('cors-allow-origin', origins.join(',')))),
    ...lines(
      credentials ? 'credentials' : 'no-credentials',
      line('cors-allow-credentials', String(credentials)),
    ),
    ...lines('methods', line('cors-allow-methods', methods)),
    ...lines('headers', line('cors-allow-headers', headers ?? NO_HEADERS)),
    ...lines('exposed', exposed !== null && line('cors-expose-headers', exposed)),
    ...lines('max-age', line('cors-max-age', maxAge ?? NO_MAX_AGE)),
  ];
}
