import type { WritablePolicy } from '../writable-policy.ts';
import { allowedOriginsConstant, headerStatements } from './javascript-headers.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const hapi: ServerPlatform = {
  id: 'hapi',
  name: 'hapi',
  family: 'javascript',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'server', file: 'server.js', language: 'javascript', lines: extensions(policy) },
  ],
  places: {
    server: 'Directly after `Hapi.server(…)`, whose option `cors` stays unset.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'own-option',
      about: ['options', 'route'],
      words:
        'The option `cors` of hapi answers preflights only where there is a route for the method, else with 404, and takes no list of methods.',
    },
    {
      id: 'own-star',
      about: ['origin'],
      words:
        "`cors: true` and `origin: ['*']` allow every page on the web by naming its origin. With `credentials: true`, each of them reads what your users may.",
    },
    {
      id: 'own-vary',
      about: ['cache'],
      words: 'The option `cors` of hapi leaves out `Vary: Origin` on preflights.',
    },
    {
      id: 'both',
      about: ['layers'],
      words:
        'Take out the option `cors`, of the server and of routes, when you paste this: what it allows to others would stay.',
    },
    {
      id: 'ext-order',
      about: ['sign-in', 'options'],
      words:
        'An `onRequest` extension that was added before, and answers, is asked first: a sign-in there refuses every preflight.',
    },
  ],
  links: [
    { label: 'hapi: request lifecycle', url: 'https://hapi.dev/api/#request-lifecycle' },
    { label: 'hapi: route.options.cors', url: 'https://hapi.dev/api/#-routeoptionscors' },
  ],
};

function extensions(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  return [
    ...allowedOriginsConstant(policy),
    ...lines(
      'preflight',
      'function isCorsPreflight({ method, headers }) {',
      "  return method === 'options' && 'access-control-request-method' in headers;",
      '}',
    ),
    ...lines(null, ''),
    ...lines('answer-preflight', "server.ext('onRequest', (request, h) => {"),
    ...lines('path', path !== null && `  if (!request.path.startsWith('${path}')) return h.continue;`),
    ...lines(
      'answer-preflight',
      '  return isCorsPreflight(request) ? h.response().code(204).takeover() : h.continue;',
      '});',
    ),
    ...lines(null, ''),
    ...lines('all-responses', "server.ext('onPreResponse', (request, h) => {"),
    ...lines('path', path !== null && `  if (!request.path.startsWith('${path}')) return h.continue;`),
    ...lines('allow-origin', policy.origins !== '*' && '  const { origin } = request.headers;'),
    ...lines('preflight', '  const isPreflight = isCorsPreflight(request);'),
    ...lines(
      'all-responses',
      '  const { response } = request;',
      '  const headers = response.isBoom ? response.output.headers : response.headers;',
    ),
    ...headerStatements(policy, {
      indent: '  ',
      set: (name, value) => `headers[${name.toLowerCase()}] = ${value};`,
      vary: "headers.vary = [headers.vary, 'Origin'].filter(Boolean).join(', ');",
    }),
    ...lines('all-responses', '  return h.continue;', '});'),
  ];
}
