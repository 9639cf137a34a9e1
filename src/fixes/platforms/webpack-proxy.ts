import type { WritablePolicy } from '../writable-policy.ts';
import { devPrefix, literal } from './dev-prefix.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const webpackProxy: ServerPlatform = {
  id: 'webpack-proxy',
  name: 'webpack-dev-server proxy',
  family: 'dev-proxy',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'checked', by: 'Node.js, which reads it as JavaScript' },
  generate: (policy, target) => [
    { place: 'config', file: 'webpack.config.js', language: 'javascript', lines: config(policy, target) },
  ],
  places: { config: 'Into the object that `webpack.config.js` exports.' },
  reload:
    'Restart with `npx webpack serve`. In your code, ask for the path alone, such as `/api/users`, without the API’s scheme and host.',
  traps: [
    {
      id: 'only-development',
      about: ['route'],
      words:
        'It is there for `webpack serve` only: after the build, your web server has to forward the path, or the API has to allow your origin.',
    },
    {
      id: 'full-address',
      about: ['route'],
      words:
        'A request to the API’s full address doesn’t pass it: change the base address in your code, too.',
    },
    {
      id: 'list',
      about: ['route'],
      words:
        'Since version 5 of webpack-dev-server, `proxy` is a list with a `context`; older ones want an object with the path as its key.',
    },
    {
      id: 'origin',
      about: ['refusal', 'origin'],
      words:
        'The `Origin` header is forwarded with `POST`, `PUT` and others. If the API answers 403 because of it, add `headers: { Origin: "…" }` with an origin that it allows.',
    },
    {
      id: 'certificate',
      about: ['upstream'],
      words: 'An API with a certificate that nobody signed gives an error here: set `secure: false` for it.',
    },
  ],
  links: [
    {
      label: 'webpack: devServer.proxy',
      url: 'https://webpack.js.org/configuration/dev-server/#devserverproxy',
    },
  ],
};

function config(policy: WritablePolicy, target: string): readonly Line[] {
  const { prefix, isStripped } = devPrefix(policy);
  return [
    ...lines(null, 'devServer: {', '  proxy: [', '    {'),
    ...lines('forward', `      context: ['${prefix}/'],`, `      target: '${target}',`),
    ...lines('own-host', '      changeOrigin: true,'),
    ...lines('own-cookies', policy.credentials && `      cookieDomainRewrite: '',`),
    ...lines('strip-prefix', isStripped && `      pathRewrite: { '^${literal(prefix)}': '' },`),
    ...lines(null, '    },', '  ],', '},'),
  ];
}
