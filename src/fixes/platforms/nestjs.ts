import type { WritablePolicy } from '../writable-policy.ts';
import { CORS_PACKAGE, corsOptions } from './cors-options.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const nestjs: ServerPlatform = {
  id: 'nestjs',
  name: 'NestJS',
  family: 'javascript',
  // On its usual adapter.
  answersAs: ['express'],
  scope: 'whole',
  proof: { kind: 'run' },
  generate: (policy) => [{ place: 'main', file: 'main.ts', language: 'typescript', lines: main(policy) }],
  places: {
    main: 'Directly after `NestFactory.create(…)` in `main.ts`, before any `app.use` and before `app.listen`.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options', 'errors'],
      words:
        'An `app.use` before `enableCors`, such as a sign-in or a rate limit, answers without the headers. Guards come after it in any case.',
    },
    {
      id: 'twice',
      about: ['layers'],
      words:
        'Set it in one place: `enableCors`, or `cors` among the options of `NestFactory.create`, or headers by hand in a controller.',
    },
    {
      id: 'whole',
      about: ['route'],
      words:
        '`enableCors` is for the whole application. For a part of it, use the npm package `cors` in `configure` of a module.',
    },
    {
      id: 'gateway',
      about: ['route'],
      words:
        'WebSocket gateways have their own: give `@WebSocketGateway` the same options as `cors`, or the polling of Socket.IO is refused.',
    },
    {
      id: 'reflect',
      about: ['origin'],
      words:
        '`origin: true` allows every page on the web. With `credentials: true`, each of them reads what your users may.',
    },
  ],
  links: [{ label: 'NestJS: CORS', url: 'https://docs.nestjs.com/security/cors' }],
};

function main(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('use', 'app.enableCors({'),
    ...corsOptions(policy, CORS_PACKAGE, '  '),
    ...lines('use', '});'),
  ];
}
