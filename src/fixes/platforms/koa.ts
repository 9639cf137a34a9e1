import type { WritablePolicy } from '../writable-policy.ts';
import { corsOptions, type OptionsDialect } from './cors-options.ts';
import { allowedOriginsConstant } from './javascript-headers.ts';
import { INSTALL_PLACE, npmInstall } from './npm-install.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const koa: ServerPlatform = {
  id: 'koa',
  name: 'Koa (@koa/cors)',
  family: 'javascript',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    npmInstall('@koa/cors'),
    { place: 'app', file: 'app.js', language: 'javascript', lines: app(policy) },
  ],
  places: {
    install: INSTALL_PLACE,
    app: 'Directly after `const app = new Koa()`, before all other middleware.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options', 'route'],
      words:
        'Middleware that is registered before `cors` answers without its headers: a sign-in there refuses every preflight.',
    },
    {
      id: 'one-string',
      about: ['origin'],
      words: '`origin` takes no list. A single string is sent to every origin; a function chooses.',
    },
    {
      id: 'default-origin',
      about: ['origin'],
      words:
        'Without `origin`, every page is allowed. With `credentials: true`, each of them reads what your users may.',
    },
    {
      id: 'error-headers',
      about: ['errors', 'cache'],
      words:
        'On an error, Koa drops all headers but those of the error: the last lines keep `Vary` for origins that aren’t allowed, too.',
    },
    {
      id: 'no-headers',
      about: ['options'],
      words: 'If `allowHeaders` is empty, `@koa/cors` allows whatever header a page asks for.',
    },
  ],
  links: [{ label: '@koa/cors', url: 'https://github.com/koajs/cors' }],
};

const DIALECT: OptionsDialect = {
  methods: 'allowMethods',
  headers: 'allowHeaders',
  exposed: 'exposeHeaders',
  noHeaders: ['accept'],
  exposesAll: false,
  // The number 0 would be left out.
  maxAge: 'string',
};

const ORIGIN = "origin: (ctx) => (allowedOrigins.has(ctx.get('Origin')) ? ctx.get('Origin') : ''),";

function app(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('import', "import cors from '@koa/cors';"),
    ...lines(null, ''),
    ...allowedOriginsConstant(policy),
    ...(policy.path === null ? everywhere(policy) : below(policy.path, policy)),
    ...(policy.origins === '*' ? [] : varyOfErrors()),
  ];
}

function everywhere(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('use', 'app.use(', '  cors({'),
    ...corsOptions(policy, DIALECT, '    ', ORIGIN),
    ...lines('use', '  }),', ');'),
  ];
}

function below(path: string, policy: WritablePolicy): readonly Line[] {
  return [
    ...lines(null, 'const withCors = cors({'),
    ...corsOptions(policy, DIALECT, '  ', ORIGIN),
    ...lines(null, '});'),
    ...lines(
      'path',
      `app.use((ctx, next) => (ctx.path.startsWith('${path}') ? withCors(ctx, next) : next()));`,
    ),
  ];
}

function varyOfErrors(): readonly Line[] {
  return lines(
    'vary',
    'app.use(async (ctx, next) => {',
    '  try {',
    '    await next();',
    '  } catch (error) {',
    "    error.headers = { Vary: 'Origin', ...error.headers };",
    '    throw error;',
    '  }',
    '});',
  );
}
