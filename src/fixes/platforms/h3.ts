import type { WritablePolicy } from '../writable-policy.ts';
import { corsOptions, type OptionsDialect } from './cors-options.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const h3: ServerPlatform = {
  id: 'h3',
  name: 'H3 (Nitro)',
  family: 'javascript',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [{ place: 'app', file: 'server.ts', language: 'typescript', lines: app(policy) }],
  places: {
    app: 'Directly after `const app = new H3()`, before sign-in and routes.',
  },
  reload: 'Restart the server, or deploy it anew.',
  traps: [
    {
      id: 'nitro',
      about: ['route', 'options'],
      words:
        'In Nitro, the function that is given to `app.use` is the default export of `server/middleware/cors.ts`, within `defineHandler(…)`.',
    },
    {
      id: 'version-1',
      about: ['options'],
      words:
        'H3 1, which Nuxt and Nitro 2 have, answers preflights itself and returns `true`: there, write `if (preflight) return null;`.',
    },
    {
      id: 'forgotten-return',
      about: ['options', 'sign-in'],
      words:
        'The answer of `handleCors` to a preflight has to be returned, or the request goes on to sign-in and routes.',
    },
    {
      id: 'defaults',
      about: ['expose', 'origin', 'options'],
      words:
        'What isn’t given is `*`: every origin, method and header is allowed, and every header exposed. So all of them are there.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words: 'Add to `Vary` in routes with `event.res.headers.append`: `set` replaces `Vary: Origin`.',
    },
    {
      id: 'order',
      about: ['sign-in', 'route'],
      words: 'Middleware that is registered before it answers without the headers.',
    },
  ],
  links: [{ label: 'H3: handleCors', url: 'https://h3.dev/utils/security' }],
};

const DIALECT: OptionsDialect = {
  methods: 'methods',
  headers: 'allowHeaders',
  exposed: 'exposeHeaders',
  noHeaders: ['accept'],
  exposesAll: true,
  maxAge: 'string',
};

function app(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('import', "import { handleCors } from 'h3';"),
    ...lines(null, ''),
    ...(policy.path === null
      ? lines('use', 'app.use((event) => {')
      : lines('path', `app.use('${policy.path}**', (event) => {`)),
    ...lines('use', '  const preflight = handleCors(event, {'),
    ...corsOptions(policy, DIALECT, '    '),
    ...lines('use', '  });'),
    ...lines('answer-preflight', '  if (preflight !== false) return preflight;'),
    ...lines('use', '});'),
  ];
}
