import type { WritablePolicy } from '../writable-policy.ts';
import { allowedOriginsConstant, headerStatements } from './javascript-headers.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const cloudflareWorkers: ServerPlatform = {
  id: 'cloudflare-workers',
  name: 'Cloudflare Workers',
  family: 'cloud',
  // Everything behind Cloudflare answers as `cloudflare`; most of that are no Workers.
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'worker', file: 'index.js', language: 'javascript', lines: worker(policy) },
  ],
  places: {
    worker: 'In place of the `export default` of the Worker; what its `fetch` did moves into `answer`.',
  },
  reload: 'Deploy it with `npx wrangler deploy`.',
  traps: [
    {
      id: 'immutable',
      about: ['errors', 'layers'],
      words:
        'The headers of what `fetch` answered can’t be changed: without the copy, setting them throws, and the page sees error 1101.',
    },
    {
      id: 'crash',
      about: ['errors'],
      words:
        'Cloudflare answers for a Worker that throws, without any of these headers: so `answer` catches what is thrown.',
    },
    {
      id: 'limits',
      about: ['errors', 'refusal'],
      words:
        'What Cloudflare answers itself, such as a challenge, a block or error 1102, never has the headers: make an exception for the API there.',
    },
    {
      id: 'access',
      about: ['sign-in', 'options'],
      words:
        'Cloudflare Access asks for a sign-in before the Worker runs: let it bypass `OPTIONS`, or give it the same CORS settings.',
    },
    {
      id: 'cache',
      about: ['cache'],
      words:
        'Put what `answer` gave into the Cache API, not the response with these headers: they are made for one origin.',
    },
    {
      id: 'upgrade',
      about: ['route'],
      words: 'If `answer` accepts WebSockets, return their response with status 101 as it is.',
    },
  ],
  links: [
    {
      label: 'Cloudflare Workers: CORS header proxy',
      url: 'https://developers.cloudflare.com/workers/examples/cors-header-proxy/',
    },
  ],
};

function worker(policy: WritablePolicy): readonly Line[] {
  const { origins, path } = policy;
  return [
    ...allowedOriginsConstant(policy),
    ...lines(null, 'export default {', '  async fetch(request, env, ctx) {'),
    ...lines(
      'path',
      path !== null &&
        `    if (!new URL(request.url).pathname.startsWith('${path}')) return answer(request, env, ctx);`,
    ),
    ...lines('allow-origin', origins !== '*' && "    const origin = request.headers.get('Origin');"),
    ...lines(
      'preflight',
      '    const isPreflight =',
      "      request.method === 'OPTIONS' &&",
      "      request.headers.has('Access-Control-Request-Method');",
    ),
    ...lines(
      'answer-preflight',
      '    const answered = isPreflight',
      '      ? new Response(null, { status: 204 })',
      '      : await answer(request, env, ctx);',
    ),
    ...lines(
      'replace',
      '    // A copy, as the headers of what `fetch` answered can’t be changed.',
      '    const response = new Response(answered.body, answered);',
      origins !== '*' && "    response.headers.delete('Access-Control-Allow-Origin');",
      origins !== '*' && "    response.headers.delete('Access-Control-Allow-Credentials');",
    ),
    ...headerStatements(policy, {
      indent: '    ',
      set: (name, value) => `response.headers.set(${name}, ${value});`,
      vary: "response.headers.append('Vary', 'Origin');",
    }),
    ...lines(null, '    return response;', '  },', '};', '', 'async function answer(request, env, ctx) {'),
    ...lines('all-responses', '  try {'),
    ...lines('your-part', '    // … what your `fetch` did until now …'),
    ...lines(
      'all-responses',
      '  } catch (error) {',
      '    console.error(error);',
      "    return new Response('Internal Server Error', { status: 500 });",
      '  }',
    ),
    ...lines(null, '}'),
  ];
}
