import type { WritablePolicy } from '../writable-policy.ts';
import { corsOptions, type OptionsDialect } from './cors-options.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const hono: ServerPlatform = {
  id: 'hono',
  name: 'Hono',
  family: 'javascript',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [{ place: 'app', file: 'index.ts', language: 'typescript', lines: app(policy) }],
  places: {
    app: 'Directly after `const app = new Hono()`, before sign-in and routes.',
  },
  reload: 'Restart the server, or deploy it anew.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options', 'route'],
      words:
        'Hono runs what was registered first: a sign-in or a route before `cors` answers without the headers.',
    },
    {
      id: 'no-headers',
      about: ['options'],
      words: 'If `allowHeaders` is empty, Hono allows whatever header a page asks for.',
    },
    {
      id: 'compare',
      about: ['origin'],
      words:
        'A function for `origin` has to compare the whole origin: `endsWith` without the dot lets in `https://evil-your-site.example`, too.',
    },
    {
      id: 'mount',
      about: ['route'],
      words:
        'Middleware is only for the app on which `use` is called: put it on the outermost one, not on one that is added with `route`.',
    },
    {
      id: 'reflect',
      about: ['origin'],
      words:
        '`origin: (origin) => origin` allows every page on the web. With `credentials: true`, each of them reads what your users may.',
    },
  ],
  links: [{ label: 'Hono: CORS middleware', url: 'https://hono.dev/docs/middleware/builtin/cors' }],
};

const DIALECT: OptionsDialect = {
  methods: 'allowMethods',
  headers: 'allowHeaders',
  exposed: 'exposeHeaders',
  noHeaders: ['accept'],
  exposesAll: false,
  maxAge: 'number',
};

function app(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('import', "import { cors } from 'hono/cors';"),
    ...lines(null, ''),
    ...lines('use', 'app.use('),
    ...lines(policy.path === null ? 'use' : 'path', `  '${policy.path ?? ''}*',`),
    ...lines('use', '  cors({'),
    ...corsOptions(policy, DIALECT, '    '),
    ...lines('use', '  }),', ');'),
  ];
}
