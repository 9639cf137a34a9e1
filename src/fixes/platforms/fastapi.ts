import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods, UNSAID_MAX_AGE } from './header-values.ts';
import { indented } from './indented.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { INDENT } from './python-headers.ts';
import { quoted } from './quoted.ts';

export const fastapi: ServerPlatform = {
  id: 'fastapi',
  name: 'FastAPI and Starlette',
  family: 'python',
  answersAs: [],
  scope: 'whole',
  proof: { kind: 'run' },
  generate: (policy) => [{ place: 'end', file: 'main.py', language: 'python', lines: end(policy) }],
  places: {
    end: 'At the end of the file that makes `app`, after its routes and middlewares; the imports move to the top.',
  },
  reload: 'Start it with `uvicorn main:app`; with `--reload` it restarts by itself.',
  traps: [
    {
      id: 'add-middleware',
      about: ['errors'],
      words:
        'A middleware of `app.add_middleware` is inside of what answers for crashes: their 500 goes without the headers. So the whole app is wrapped.',
    },
    {
      id: 'wrapped',
      about: ['route'],
      words:
        'Once it is wrapped, `app` has no `get` or `include_router` any more. `fastapi run` and other tools that look for a `FastAPI` object want the app under its own name besides.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'Starlette says `Vary: Origin` to allowed origins only; a cache could keep for them what it fetched for others. The class around it says so always.',
    },
    {
      id: 'disallowed',
      about: ['refusal', 'origin', 'options'],
      words:
        'Starlette answers a preflight with status 400 and “Disallowed CORS origin”, “method” or “headers”: the body says what isn’t on the list.',
    },
    {
      id: 'cookies',
      about: ['origin'],
      words:
        'With `allow_origins=["*"]`, Starlette names the page’s own origin as soon as there are cookies, and with `allow_credentials=True` every page may use them.',
    },
    {
      id: 'slash',
      about: ['slash'],
      words:
        'To `/items`, a route for `/items/` answers with a redirect (307) to an absolute URL, which begins with `http:` behind a proxy that it doesn’t trust: `--proxy-headers` and `--forwarded-allow-ips` help.',
    },
  ],
  links: [
    {
      label: 'Starlette: CORSMiddleware',
      url: 'https://www.starlette.io/middleware/#corsmiddleware',
    },
    { label: 'FastAPI: CORS', url: 'https://fastapi.tiangolo.com/tutorial/cors/' },
  ],
};

function end(policy: WritablePolicy): readonly Line[] {
  const wrapper = policy.origins === '*' ? 'AnyOrigin' : 'VaryByOrigin';
  return [
    ...lines(
      'import',
      'from starlette.datastructures import MutableHeaders',
      'from starlette.middleware.cors import CORSMiddleware',
    ),
    ...lines(null, '', ''),
    ...wrapperClass(policy, wrapper),
    ...lines(null, '', ''),
    ...lines('use', `app = ${wrapper}(`, '    CORSMiddleware(', '        app,'),
    ...indented(`${INDENT}${INDENT}`, options(policy)),
    ...lines('use', '    )', ')'),
  ];
}

/** What Starlette leaves out: it says something to requests with an `Origin` only, and not the same to all of them. */
function wrapperClass({ origins }: WritablePolicy, name: string): readonly Line[] {
  const note = origins === '*' ? 'any-origin' : 'vary';
  const statements =
    origins === '*'
      ? ['headers["Access-Control-Allow-Origin"] = "*"']
      : [
          'varies = headers.get("Vary", "").lower().split(",")',
          'if "origin" not in map(str.strip, varies):',
          '    headers.add_vary_header("Origin")',
        ];
  return lines(
    note,
    `class ${name}:`,
    '    def __init__(self, app):',
    '        self.app = app',
    '',
    '    async def __call__(self, scope, receive, send):',
    '        async def send_with_header(message):',
    '            if message["type"] == "http.response.start":',
    '                headers = MutableHeaders(scope=message)',
    ...statements.map((statement) => `                ${statement}`),
    '            await send(message)',
    '',
    '        await self.app(scope, receive, send_with_header)',
  );
}

function options(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge } = policy;
  return [
    ...(origins === '*'
      ? lines('any-origin', 'allow_origins=["*"],')
      : lines('origins', 'allow_origins=[', ...origins.map((origin) => `    "${origin}",`), '],')),
    ...lines('credentials', credentials && 'allow_credentials=True,'),
    ...lines('exposed', exposed.length > 0 && `expose_headers=[${quoted(exposed)}],`),
    ...lines('methods', `allow_methods=[${quoted(allowedMethods(policy))}],`),
    ...lines('headers', headers.length > 0 && `allow_headers=[${quoted(headers)}],`),
    // It always sends one; left out, that would be ten minutes.
    ...lines('max-age', `max_age=${maxAge ?? UNSAID_MAX_AGE},`),
  ];
}
