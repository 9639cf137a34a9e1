import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { indented, yamlList } from './yaml-lines.ts';

export const traefik: ServerPlatform = {
  id: 'traefik',
  name: 'Traefik',
  family: 'kubernetes',
  answersAs: [],
  scope: 'whole',
  proof: { kind: 'checked', by: 'a YAML parser and a schema made from its resource definition' },
  generate: (policy) => [
    { place: 'middleware', file: 'cors.yaml', language: 'yaml', lines: middleware(policy) },
    {
      place: 'route',
      file: null,
      language: 'yaml',
      lines: lines('use', 'middlewares:', '  - name: cors'),
    },
  ],
  places: {
    middleware:
      'Into a file of its own, for the namespace of the API. In a file of the file provider, `headers` and all below it goes to `http.middlewares.cors`.',
    route:
      'Into each route of the `IngressRoute`, as the first of its middlewares. At an Ingress it is the annotation `traefik.ingress.kubernetes.io/router.middlewares` with `<namespace>-cors@kubernetescrd`.',
  },
  reload: 'It takes effect with `kubectl apply`, without a restart.',
  traps: [
    {
      id: 'first',
      about: ['sign-in', 'options'],
      words:
        'Middlewares run in the order in which the route names them: behind `basicAuth` or `forwardAuth`, preflights are refused with 401.',
    },
    {
      id: 'own-answers',
      about: ['route', 'errors'],
      words:
        'A path for which there is no router is answered by Traefik itself, with 404 and without these headers.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'Without `addVaryHeader`, it sends no `Vary: Origin`, and a cache may give one page what was made for another.',
    },
    {
      id: 'methods',
      about: ['options'],
      words:
        'Preflights are answered with 200 whatever they ask: if method, header or origin isn’t listed, only the header that says so is missing.',
    },
    {
      id: 'rule',
      about: ['route', 'options'],
      words:
        'A router whose rule has a `Method` doesn’t take `OPTIONS`: leave preflights to a router without it.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words:
        'In `accessControlAllowOriginListRegex`, an expression without `^` and `$` lets in `https://your-site.example.evil.test`, too.',
    },
  ],
  links: [
    {
      label: 'Traefik: Headers, CORS',
      url: 'https://doc.traefik.io/traefik/middlewares/http/headers/#cors-headers',
    },
  ],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge } = policy;
  return [
    ...lines(
      null,
      'apiVersion: traefik.io/v1alpha1',
      'kind: Middleware',
      'metadata:',
      '  name: cors',
      'spec:',
      '  headers:',
    ),
    ...indented(2, [
      ...(origins === '*'
        ? yamlList('any-origin', 'accessControlAllowOriginList', ['*'])
        : [
            ...yamlList('origins', 'accessControlAllowOriginList', origins),
            ...lines('vary', 'addVaryHeader: true'),
          ]),
      ...lines('credentials', credentials && 'accessControlAllowCredentials: true'),
      ...yamlList('methods', 'accessControlAllowMethods', allowedMethods(policy)),
      ...(headers.length > 0 ? yamlList('headers', 'accessControlAllowHeaders', headers) : []),
      ...(exposed.length > 0 ? yamlList('exposed', 'accessControlExposeHeaders', exposed) : []),
      ...lines('max-age', maxAge !== null && `accessControlMaxAge: ${maxAge}`),
      ...lines(
        'replace',
        'customResponseHeaders:',
        '  Access-Control-Allow-Origin: ""',
        '  Access-Control-Allow-Credentials: ""',
      ),
    ]),
  ];
}
