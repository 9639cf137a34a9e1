import type { WritablePolicy } from '../writable-policy.ts';
import { askRequest, setHeaders } from './fetch-handler.ts';
import { allowedOriginsConstant } from './javascript-headers.ts';
import { INSTALL_PLACE, npmInstall } from './npm-install.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const vercel: ServerPlatform = {
  id: 'vercel',
  name: 'Vercel',
  family: 'cloud',
  answersAs: ['vercel'],
  scope: 'path',
  proof: { kind: 'checked', by: 'requests to the middleware, which ran in Node.js' },
  generate: (policy) => [
    npmInstall('@vercel/functions'),
    { place: 'file', file: 'middleware.ts', language: 'typescript', lines: middleware(policy) },
  ],
  places: {
    install: INSTALL_PLACE,
    file: 'A new file beside `package.json`, at the root of the project. If there is one already, this goes to its beginning.',
  },
  reload: 'It takes effect with the next deployment; `vercel dev` runs it on your own machine.',
  traps: [
    {
      id: 'vercel-json',
      about: ['origin', 'options', 'layers'],
      words:
        '`headers` in `vercel.json` are always the same, so that they suit a single origin, and they answer no preflight. Take out those of CORS there, or they are sent in addition.',
    },
    {
      id: 'functions',
      about: ['layers'],
      words:
        'A function that sets CORS headers itself decides about them: what a middleware sets can’t take them out. Keep one place for them.',
    },
    {
      id: 'protection',
      about: ['sign-in', 'options', 'refusal'],
      words:
        'Deployment Protection answers before the middleware, so that preflights of previews fail: enter the path of the API under OPTIONS Allowlist.',
    },
    {
      id: 'nextjs',
      about: ['route'],
      words:
        'In a Next.js app the file belongs to Next.js, and is called `proxy.ts` from version 16 on: take the configuration for Next.js.',
    },
    {
      id: 'slash',
      about: ['slash'],
      words:
        '`trailingSlash` and `cleanUrls` redirect with 308, and a preflight may not be redirected: call the URL as it is in the end.',
    },
    {
      id: 'firewall',
      about: ['refusal'],
      words:
        'What the firewall refuses, or answers with a challenge, has none of these headers: make an exception for the path of the API.',
    },
  ],
  links: [
    { label: 'Vercel: Routing Middleware', url: 'https://vercel.com/docs/routing-middleware' },
    {
      label: 'Vercel: OPTIONS Allowlist',
      url: 'https://vercel.com/docs/deployment-protection/methods-to-bypass-deployment-protection/options-allowlist',
    },
  ],
};

function middleware(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  return [
    ...lines('import', "import { next } from '@vercel/functions';"),
    ...lines(null, ''),
    ...lines('path', path !== null && `export const config = { matcher: '${path}:path*' };\n`),
    ...allowedOriginsConstant(policy),
    ...lines(null, 'export default function middleware(request: Request) {'),
    ...askRequest(policy, '  '),
    ...lines(null, '  const headers = new Headers();'),
    ...setHeaders(policy, 'headers', '  '),
    ...lines('answer-preflight', '  if (isPreflight) return new Response(null, { status: 204, headers });'),
    ...lines('all-responses', '  return next({ headers });'),
    ...lines(null, '}'),
  ];
}
