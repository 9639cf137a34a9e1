import type { WritablePolicy } from '../writable-policy.ts';
import { devPrefix, literal } from './dev-prefix.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const viteProxy: ServerPlatform = {
  id: 'vite-proxy',
  name: 'Vite proxy',
  family: 'dev-proxy',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy, target) => [
    { place: 'config', file: 'vite.config.js', language: 'typescript', lines: config(policy, target) },
  ],
  places: { config: 'Into the object that `vite.config.js` gives to `defineConfig`.' },
  reload:
    'Vite restarts by itself. In your code, ask for the path alone, such as `/api/users`, without the API’s scheme and host.',
  traps: [
    {
      id: 'only-development',
      about: ['route'],
      words:
        'It is there for `vite` and `vite preview` only: after `vite build`, your web server has to forward the path, or the API has to allow your origin.',
    },
    {
      id: 'full-address',
      about: ['route'],
      words:
        'A request to the API’s full address doesn’t pass it: change the base address in your code, too.',
    },
    {
      id: 'origin',
      about: ['refusal', 'origin'],
      words:
        'The `Origin` header is forwarded with `POST`, `PUT` and others. If the API answers 403 because of it, add `headers: { Origin: "…" }` with an origin that it allows.',
    },
    {
      id: 'redirect',
      about: ['slash'],
      words:
        'A redirect to the API’s full address leads the browser away from the proxy: ask for the path to which it leads, or set `autoRewrite: true`.',
    },
    {
      id: 'certificate',
      about: ['upstream'],
      words: 'An API with a certificate that nobody signed gives an error here: set `secure: false` for it.',
    },
  ],
  links: [{ label: 'Vite: server.proxy', url: 'https://vite.dev/config/server-options.html#server-proxy' }],
};

function config(policy: WritablePolicy, target: string): readonly Line[] {
  const { prefix, isStripped } = devPrefix(policy);
  const pattern = literal(prefix).replaceAll('/', '\\/');
  return [
    ...lines(null, 'server: {', '  proxy: {'),
    ...lines('forward', `    '${prefix}/': {`, `      target: '${target}',`),
    ...lines('own-host', '      changeOrigin: true,'),
    ...lines('own-cookies', policy.credentials && `      cookieDomainRewrite: '',`),
    ...lines('strip-prefix', isStripped && `      rewrite: (path) => path.replace(/^${pattern}/, ''),`),
    ...lines(null, '    },', '  },', '},'),
  ];
}
