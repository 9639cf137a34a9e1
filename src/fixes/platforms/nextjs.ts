import type { WritablePolicy } from '../writable-policy.ts';
import { allowedOriginsConstant, headerStatements } from './javascript-headers.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const nextjs: ServerPlatform = {
  id: 'nextjs',
  name: 'Next.js',
  family: 'javascript',
  answersAs: ['nextjs'],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [{ place: 'proxy', file: 'proxy.ts', language: 'typescript', lines: proxy(policy) }],
  places: {
    proxy: 'Into `proxy.ts` beside the folder `app` or `pages`.',
  },
  reload: 'Build and start it anew, or deploy; `next dev` takes it over at once.',
  traps: [
    {
      id: 'middleware',
      about: ['route', 'options'],
      words: 'Up to Next.js 15, the file is called `middleware.ts`, and the function `middleware`.',
    },
    {
      id: 'next-config',
      about: ['options', 'route'],
      words:
        '`headers()` in `next.config` can’t answer a preflight: for a path that has no route handler, it stays 404 and fails.',
    },
    {
      id: 'not-found',
      about: ['cache', 'errors'],
      words:
        'Next.js’s own page for 404 replaces `Vary`. Below the path of an API, let a route handler like `app/api/[...path]/route.ts` answer 404.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options'],
      words: 'If `proxy` also checks the sign-in, let it return preflights first.',
    },
    {
      id: 'matcher',
      about: ['route'],
      words: 'A `matcher` that leaves out a path leaves its answers without the headers.',
    },
    {
      id: 'static',
      about: ['layers'],
      words: "With `output: 'export'` there is no server: configure the host instead.",
    },
  ],
  links: [
    { label: 'Next.js: proxy', url: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy' },
  ],
};

function proxy(policy: WritablePolicy): readonly Line[] {
  const { origins, path } = policy;
  return [
    ...lines('import', "import { type NextRequest, NextResponse } from 'next/server';"),
    ...lines(null, ''),
    ...allowedOriginsConstant(policy),
    ...lines('use', 'export function proxy(request: NextRequest) {'),
    ...lines('allow-origin', origins !== '*' && "  const origin = request.headers.get('origin') ?? '';"),
    ...lines(
      'preflight',
      '  const isPreflight =',
      "    request.method === 'OPTIONS' &&",
      "    request.headers.has('access-control-request-method');",
    ),
    ...lines(
      'answer-preflight',
      '  const response = isPreflight',
      '    ? new NextResponse(null, { status: 204 })',
      '    : NextResponse.next();',
    ),
    ...headerStatements(policy, {
      indent: '  ',
      set: (name, value) => `response.headers.set(${name}, ${value});`,
      vary: "response.headers.append('Vary', 'Origin');",
    }),
    ...lines(null, '  return response;', '}'),
    ...lines('path', path !== null && `\nexport const config = { matcher: '${path}:path*' };`),
  ];
}
