import type { WritablePolicy } from '../writable-policy.ts';
import { allowedOriginsConstant, headerStatements } from './javascript-headers.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';

export const nodeHttp: ServerPlatform = {
  id: 'node-http',
  name: 'Node.js (node:http)',
  family: 'javascript',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'function', file: 'server.js', language: 'javascript', lines: corsFunction(policy) },
    { place: 'handler', file: null, language: 'javascript', lines: call(policy) },
  ],
  places: {
    function: 'Above the code that creates the server.',
    handler: 'As the first line of the function that handles requests, before sign-in and routes.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'vary',
      about: ['cache'],
      words:
        'Add to `Vary` with `appendHeader` afterwards: `setHeader` and the headers of `writeHead` replace what is there.',
    },
    {
      id: 'crash',
      about: ['errors'],
      words:
        'An exception that nobody catches ends the process, and the browser sees a network error: catch it and answer 500.',
    },
    {
      id: 'remove',
      about: ['errors'],
      words: 'An error handler that removes all headers removes these too: let it set only its own.',
    },
    {
      id: 'order',
      about: ['sign-in', 'options', 'route'],
      words: 'What answers before the call of `cors` answers without its headers.',
    },
    {
      id: 'append-header',
      about: ['cache'],
      words: '`appendHeader` needs Node.js 18.3 or newer.',
    },
  ],
  links: [
    {
      label: 'Node.js: response.appendHeader',
      url: 'https://nodejs.org/api/http.html#responseappendheadername-value',
    },
  ],
};

function corsFunction(policy: WritablePolicy): readonly Line[] {
  return [
    ...allowedOriginsConstant(policy),
    ...lines(
      null,
      '/** Sets the CORS headers. Returns whether it has answered, as it does to preflights. */',
      'function cors(request, response) {',
    ),
    ...lines('allow-origin', policy.origins !== '*' && '  const { origin } = request.headers;'),
    ...lines(
      'preflight',
      '  const isPreflight =',
      "    request.method === 'OPTIONS' &&",
      "    'access-control-request-method' in request.headers;",
    ),
    ...headerStatements(policy, {
      indent: '  ',
      set: (name, value) => `response.setHeader(${name}, ${value});`,
      vary: "response.appendHeader('Vary', 'Origin');",
    }),
    ...lines(
      'answer-preflight',
      '  if (isPreflight) response.writeHead(204).end();',
      '  return isPreflight;',
    ),
    ...lines(null, '}'),
  ];
}

function call({ path }: WritablePolicy): readonly Line[] {
  return path === null
    ? lines('use', 'if (cors(request, response)) return;')
    : lines('path', `if (request.url.startsWith('${path}') && cors(request, response)) return;`);
}
