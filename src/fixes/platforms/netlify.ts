import type { WritablePolicy } from '../writable-policy.ts';
import { askRequest, copyAnswer, setHeaders } from './fetch-handler.ts';
import { allowedOriginsConstant } from './javascript-headers.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const netlify: ServerPlatform = {
  id: 'netlify',
  name: 'Netlify',
  family: 'cloud',
  answersAs: ['netlify'],
  scope: 'path',
  proof: { kind: 'checked', by: 'requests to the function, which ran in Node.js' },
  generate: (policy) => [
    { place: 'file', file: 'cors.ts', language: 'typescript', lines: edgeFunction(policy) },
  ],
  places: {
    file: 'A new file in the folder `netlify/edge-functions`. It answers for files, functions and redirects alike.',
  },
  reload: 'It takes effect with the next deploy; `netlify dev` runs it on your own machine.',
  traps: [
    {
      id: 'headers-file',
      about: ['route', 'origin', 'options'],
      words:
        '`_headers` and `[[headers]]` count for files only, not for functions. They always say the same, so that they suit `*` but no list of origins, and they answer no preflight.',
    },
    {
      id: 'order',
      about: ['sign-in', 'options'],
      words:
        'Edge functions of a path run one after the other, those of `netlify.toml` first, then by the names of their files. One that signs in has to come after this one.',
    },
    {
      id: 'protection',
      about: ['sign-in', 'refusal'],
      words:
        'A site with password protection or a team login refuses preflights, which never have cookies. Protect only what no other page calls.',
    },
    {
      id: 'throws',
      about: ['errors'],
      words:
        'If an edge function throws, Netlify answers itself, with 500 and without headers. What your functions throw is caught before, and has them.',
    },
    {
      id: 'rewrite',
      about: ['route', 'layers'],
      words:
        'If page and API are both yours, a redirect with status 200 (`/api/* https://api.example.com/:splat 200`) makes them one origin, and you need no CORS at all.',
    },
    {
      id: 'both',
      about: ['layers'],
      words: 'CORS headers that a function or `_headers` sets are replaced here: keep one place for them.',
    },
  ],
  links: [
    { label: 'Netlify: edge functions', url: 'https://docs.netlify.com/build/edge-functions/overview/' },
    { label: 'Netlify: custom headers', url: 'https://docs.netlify.com/manage/routing/headers/' },
  ],
};

function edgeFunction(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('import', "import type { Config, Context } from '@netlify/edge-functions';"),
    ...lines(null, ''),
    ...allowedOriginsConstant(policy),
    ...lines(null, 'export default async function cors(request: Request, context: Context) {'),
    ...askRequest(policy, '  '),
    ...lines(
      'answer-preflight',
      '  const answer = isPreflight ? new Response(null, { status: 204 }) : await context.next();',
    ),
    ...copyAnswer('  '),
    ...setHeaders(policy, 'response.headers', '  '),
    ...lines(null, '  return response;', '}', ''),
    ...lines('path', `export const config: Config = { path: '${policy.path ?? '/'}*' };`),
  ];
}
