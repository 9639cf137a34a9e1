import type { WritablePolicy } from '../writable-policy.ts';
import { CORS_PACKAGE, corsOptions } from './cors-options.ts';
import { INSTALL_PLACE, npmInstall } from './npm-install.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const express: ServerPlatform = {
  id: 'express',
  name: 'Express (cors)',
  family: 'javascript',
  answersAs: ['express'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    npmInstall('cors'),
    { place: 'app', file: 'app.js', language: 'javascript', lines: app(policy) },
  ],
  places: {
    install: INSTALL_PLACE,
    app: 'Directly after `const app = express()`, before sign-in, body parsers and routes.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options', 'route', 'errors'],
      words:
        'What is registered before `cors` answers without its headers: a sign-in there refuses every preflight with 401.',
    },
    {
      id: 'one-string',
      about: ['origin'],
      words:
        'Keep `origin` an array, even for one: a single string is sent to every origin, and a second one can’t be added.',
    },
    {
      id: 'reflect',
      about: ['origin'],
      words:
        '`origin: true` allows every page on the web. With `credentials: true`, each of them reads what your users may.',
    },
    {
      id: 'regex',
      about: ['origin'],
      words: 'A regular expression without `^` and `$` lets in `https://your-site.example.evil.test`, too.',
    },
    {
      id: 'no-headers',
      about: ['options'],
      words:
        'Without `allowedHeaders`, `cors` allows whatever header a page asks for; an empty list allows none.',
    },
    {
      id: 'twice',
      about: ['layers'],
      words:
        'If nginx or a gateway in front sends these headers too, they are there twice, and browsers refuse.',
    },
  ],
  links: [{ label: 'Express: cors', url: 'https://expressjs.com/en/resources/middleware/cors.html' }],
};

function app(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('import', "import cors from 'cors';"),
    ...lines(null, ''),
    ...lines('use', 'app.use('),
    ...lines('path', policy.path !== null && `  '${mountPath(policy.path)}',`),
    ...lines('use', '  cors({'),
    ...corsOptions(policy, CORS_PACKAGE, '    '),
    ...lines('use', '  }),', ');'),
  ];
}

/** Express writes it without the slash at the end. */
function mountPath(path: string): string {
  return path === '/' ? path : path.replace(/\/$/, '');
}
