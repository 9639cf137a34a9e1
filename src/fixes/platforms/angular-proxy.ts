import type { WritablePolicy } from '../writable-policy.ts';
import { devPrefix, literal } from './dev-prefix.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const angularProxy: ServerPlatform = {
  id: 'angular-proxy',
  name: 'Angular proxy',
  family: 'dev-proxy',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'checked', by: 'a JSON parser' },
  generate: (policy, target) => [
    { place: 'file', file: 'src/proxy.conf.json', language: 'json', lines: proxy(policy, target) },
    {
      place: 'option',
      file: 'angular.json',
      language: 'json',
      lines: lines(null, '"proxyConfig": "src/proxy.conf.json"'),
    },
  ],
  places: {
    file: 'A file of its own, `src/proxy.conf.json`.',
    option:
      'Into `angular.json`, to the `options` of the project’s `serve`, behind a comma if there are others.',
  },
  reload:
    'Restart with `ng serve`. In your code, ask for the path alone, such as `/api/users`, without the API’s scheme and host.',
  traps: [
    {
      id: 'only-development',
      about: ['route'],
      words:
        'It is there for `ng serve` only: after `ng build`, your web server has to forward the path, or the API has to allow your origin.',
    },
    {
      id: 'full-address',
      about: ['route'],
      words:
        'A request to the API’s full address doesn’t pass it: change `environment.ts` or the interceptor that adds it, too.',
    },
    {
      id: 'restart',
      about: ['route'],
      words: '`ng serve` reads the file once, when it starts: a change needs a restart.',
    },
    {
      id: 'origin',
      about: ['refusal', 'origin'],
      words:
        'The `Origin` header is forwarded with `POST`, `PUT` and others. If the API answers 403 because of it, add `"headers": { "Origin": "…" }` with an origin that it allows.',
    },
    {
      id: 'certificate',
      about: ['upstream'],
      words:
        'An API with a certificate that nobody signed gives an error here: set `"secure": false` for it.',
    },
  ],
  links: [
    {
      label: 'Angular: proxying to a backend server',
      url: 'https://angular.dev/tools/cli/serve#proxying-to-a-backend-server',
    },
  ],
};

function proxy(policy: WritablePolicy, target: string): readonly Line[] {
  const { prefix, isStripped } = devPrefix(policy);
  // In JSON, a comma stands only between two of them.
  const options: readonly (readonly Line[])[] = [
    lines('forward', `"target": "${target}"`),
    lines('own-host', '"changeOrigin": true'),
    lines('own-cookies', policy.credentials && '"cookieDomainRewrite": ""'),
    // The backslash of the regular expression, as JSON writes it.
    lines(
      'strip-prefix',
      isStripped && `"pathRewrite": { "^${literal(prefix).replaceAll('\\', '\\\\')}": "" }`,
    ),
  ];
  const all = options.flat();
  return [
    ...lines(null, '{'),
    ...lines('forward', `  "${prefix}/": {`),
    ...all.map(({ text, note }, at) => ({ text: `    ${text}${at === all.length - 1 ? '' : ','}`, note })),
    ...lines(null, '  }', '}'),
  ];
}
