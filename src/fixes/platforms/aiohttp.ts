import type { WritablePolicy } from '../writable-policy.ts';
import { indented } from './indented.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import {
  allowedOrigins,
  headerStatements,
  INDENT,
  type PythonFramework,
  preflightBody,
} from './python-headers.ts';

export const aiohttp: ServerPlatform = {
  id: 'aiohttp',
  name: 'aiohttp',
  family: 'python',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'module', file: 'cors.py', language: 'python', lines: module(policy) },
    {
      place: 'app',
      file: null,
      language: 'python',
      lines: [
        ...lines('use', 'app.middlewares.insert(0, cors_middleware)'),
        ...lines('all-responses', 'app.on_response_prepare.append(add_cors_headers)'),
      ],
    },
  ],
  places: {
    module:
      'Into a file of its own, from which both functions are imported, or above what makes the application.',
    app: 'After `app = web.Application(…)` and all other middlewares, before the server starts.',
  },
  reload: 'Restart the server.',
  traps: [
    {
      id: 'errors',
      about: ['errors'],
      words:
        'What a handler doesn’t catch is answered outside of the application, without the headers. The middleware therefore answers it, and logs it.',
    },
    {
      id: 'order',
      about: ['sign-in', 'options'],
      words:
        'A middleware before this one that asks for a sign-in refuses preflights, too: `insert(0, …)` puts this one first.',
    },
    {
      id: 'library',
      about: ['cache', 'errors', 'origin'],
      words:
        'The library aiohttp-cors (0.7) never says `Vary: Origin`, gives no headers to URLs without a route, and answers `*` with the origin that asks.',
    },
    {
      id: 'sub-apps',
      about: ['route'],
      words:
        'Put it into the outermost application only: its signals and middlewares are for sub-applications, too, and twice would double `Vary`.',
    },
    {
      id: 'stream',
      about: ['errors', 'route'],
      words:
        'Headers are sent by `prepare()`: what a handler sets on a stream or a WebSocket after that never arrives.',
    },
  ],
  links: [
    {
      label: 'aiohttp: middlewares',
      url: 'https://docs.aiohttp.org/en/stable/web_advanced.html#middlewares',
    },
    {
      label: 'aiohttp: on_response_prepare',
      url: 'https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.Application.on_response_prepare',
    },
  ],
};

const FRAMEWORK: PythonFramework = {
  request: 'request',
  isPreflight: 'is_preflight(request)',
  vary: 'response.headers.add("Vary", "Origin")',
  set: (name, expression) => `response.headers["${name}"] = ${expression}`,
};

function module(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  return [
    ...lines('import', 'import logging', '', 'from aiohttp import web'),
    ...lines(null, ''),
    ...allowedOrigins(policy),
    ...lines(null, ''),
    ...lines('preflight', 'def is_preflight(request):'),
    ...preflightBody(policy, FRAMEWORK),
    ...lines(null, '', ''),
    ...lines(
      'answer-preflight',
      '@web.middleware',
      'async def cors_middleware(request, handler):',
      '    if is_preflight(request):',
      '        return web.Response(status=204)',
    ),
    ...lines(
      'all-responses',
      '    try:',
      '        return await handler(request)',
      '    except web.HTTPException:',
      '        raise',
      '    except Exception:',
      '        logging.exception("Error handling %s", request.path)',
      '        return web.Response(status=500, text="500 Internal Server Error")',
    ),
    ...lines(null, '', ''),
    ...lines('all-responses', 'async def add_cors_headers(request, response):'),
    ...indented(INDENT, [
      ...lines('path', path !== null && `if not request.path.startswith("${path}"):\n    return`),
      ...headerStatements(policy, FRAMEWORK),
    ]),
  ];
}
