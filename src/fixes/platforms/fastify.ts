import type { WritablePolicy } from '../writable-policy.ts';
import { CORS_PACKAGE, corsOptions } from './cors-options.ts';
import { INSTALL_PLACE, npmInstall } from './npm-install.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const fastify: ServerPlatform = {
  id: 'fastify',
  name: 'Fastify (@fastify/cors)',
  family: 'javascript',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => {
    const prefix = prefixOf(policy);
    return [
      npmInstall('@fastify/cors'),
      prefix === null
        ? { place: 'app', file: 'server.js', language: 'javascript', lines: register(policy) }
        : { place: 'prefix', file: 'server.js', language: 'javascript', lines: below(prefix, policy) },
    ];
  },
  places: {
    install: INSTALL_PLACE,
    app: 'Directly after `const app = Fastify()`, before all other plugins, hooks and routes.',
    prefix:
      'Directly after `const app = Fastify()`; hooks and routes for this path move inside, their paths without the prefix.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'methods',
      about: ['options'],
      words:
        'Without `methods`, it allows only `GET`, `HEAD` and `POST`: preflights for `PUT`, `PATCH` and `DELETE` fail.',
    },
    {
      id: 'order',
      about: ['sign-in', 'options'],
      words:
        'An `onRequest` hook that is added before `register(cors)` answers without the headers, so a sign-in there refuses every preflight.',
    },
    {
      id: 'encapsulation',
      about: ['route', 'errors'],
      words:
        'Hooks hold only for the plugin in which they are registered: `cors` registered inside of one leaves out the routes beside it.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words: "`reply.header('Vary', …)` in a route replaces `Vary: Origin`: write `Origin` there, too.",
    },
    {
      id: 'strict',
      about: ['options'],
      words:
        'An `OPTIONS` request that is no preflight gets 400; `strictPreflight: false` lets it through to your routes.',
    },
    {
      id: 'reflect',
      about: ['origin'],
      words:
        '`origin: true` allows every page on the web. With `credentials: true`, each of them reads what your users may.',
    },
  ],
  links: [{ label: '@fastify/cors', url: 'https://github.com/fastify/fastify-cors' }],
};

/** As Fastify writes it, without a slash at the end; null for everything. */
function prefixOf({ path }: WritablePolicy): string | null {
  return path === null || path === '/' ? null : path.replace(/\/$/, '');
}

function register(policy: WritablePolicy): readonly Line[] {
  return [
    ...imports(),
    ...lines('use', 'await app.register(cors, {'),
    ...corsOptions(policy, CORS_PACKAGE, '  '),
    ...lines('use', '});'),
  ];
}

/** In a context of its own, which only knows paths with the prefix. */
function below(prefix: string, policy: WritablePolicy): readonly Line[] {
  return [
    ...imports(),
    ...lines('path', 'await app.register(', '  async (api) => {'),
    ...lines('use', '    await api.register(cors, {'),
    ...corsOptions(policy, CORS_PACKAGE, '      '),
    ...lines('use', '    });'),
    ...lines('all-responses', '    api.setNotFoundHandler();'),
    ...lines('your-part', '    // … your hooks and routes for this path …'),
    ...lines('path', '  },', `  { prefix: '${prefix}' },`, ');'),
  ];
}

function imports(): readonly Line[] {
  return [...lines('import', "import cors from '@fastify/cors';"), ...lines(null, '')];
}
