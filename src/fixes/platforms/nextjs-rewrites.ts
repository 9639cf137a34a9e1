import type { WritablePolicy } from '../writable-policy.ts';
import { devPrefix } from './dev-prefix.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const nextjsRewrites: ServerPlatform = {
  id: 'nextjs-rewrites',
  name: 'Next.js rewrites',
  family: 'dev-proxy',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy, target) => [
    { place: 'config', file: 'next.config.js', language: 'javascript', lines: config(policy, target) },
  ],
  places: { config: 'Into the object that `next.config.js` exports, often called `nextConfig`.' },
  reload:
    'The development server restarts by itself; what is deployed has to be built anew. In your code, ask for the path alone, such as `/api/users`, without the API’s scheme and host.',
  traps: [
    {
      id: 'own-routes',
      about: ['route'],
      words:
        'Pages, files and routes of your own with the same path come first, those in `pages/api` and `app/api` among them.',
    },
    {
      id: 'full-address',
      about: ['route'],
      words:
        'A request to the API’s full address doesn’t pass it: change the base address in your code, too.',
    },
    {
      id: 'export',
      about: ['route'],
      words:
        'With `output: "export"` there is no server that could forward: the web server has to, or the API has to allow your origin.',
    },
    {
      id: 'cookies',
      about: ['sign-in'],
      words:
        'Cookies come back as the API sends them: one with a `Domain` isn’t kept for your own host, and the next request goes without it.',
    },
    {
      id: 'slash',
      about: ['slash'],
      words:
        'Next.js redirects `/api/users/` to `/api/users` first. If the API wants the slash, set `skipTrailingSlashRedirect: true`.',
    },
  ],
  links: [
    {
      label: 'Next.js: rewrites',
      url: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites',
    },
  ],
};

function config(policy: WritablePolicy, target: string): readonly Line[] {
  const { prefix, isStripped } = devPrefix(policy);
  const rest = isStripped ? '' : prefix;
  return [
    ...lines(null, 'async rewrites() {', '  return ['),
    ...lines('forward', `    { source: '${prefix}/:path*', destination: '${target}${rest}/:path*' },`),
    ...lines(null, '  ];', '},'),
  ];
}
