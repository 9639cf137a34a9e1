import type { WritablePolicy } from '../writable-policy.ts';
import { allowedMethods } from './header-values.ts';
import { indented } from './indented.ts';
import { type Line, lines, type ServerPlatform } from './platform.ts';
import { INDENT } from './python-headers.ts';
import { quoted } from './quoted.ts';

export const flaskCors: ServerPlatform = {
  id: 'flask-cors',
  name: 'Flask (Flask-CORS)',
  family: 'python',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    {
      place: 'shell',
      file: null,
      language: 'shell',
      lines: lines('install', 'python -m pip install flask-cors'),
    },
    { place: 'app', file: 'app.py', language: 'python', lines: app(policy) },
  ],
  places: {
    shell: 'In the project’s virtual environment; add it to its requirements, too.',
    app: 'Right after `app = Flask(__name__)`, before anything else is registered: functions run in the order in which they are.',
  },
  reload: 'Restart the server; `flask run --debug` does it by itself.',
  traps: [
    {
      id: 'always-send',
      about: ['origin', 'cache'],
      words:
        'Without `always_send=False`, an answer to a request without `Origin` names an allowed origin, and a cache may give it to pages of others.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words:
        'The library says `Vary: Origin` only to allowed origins. Caches would keep an answer without the headers for them, too: hence the function that always says so.',
    },
    {
      id: 'sign-in',
      about: ['sign-in', 'options', 'route'],
      words:
        'The library lets routes answer preflights: one without a route gets a 404, and a `before_request` that asks for a sign-in refuses it. The function above answers before.',
    },
    {
      id: 'patterns',
      about: ['origin'],
      words:
        'An origin with a `*`, a bracket or a `$` is taken for a regular expression, open at its end: `https://.*.example.com` also allows `https://a.example.com.evil.test`.',
    },
    {
      id: 'defaults',
      about: ['origin', 'options'],
      words:
        '`CORS(app)` alone allows every origin and every header. With `supports_credentials=True` besides, every page may use its visitors’ sign-in.',
    },
    {
      id: 'debug',
      about: ['errors'],
      words:
        'With `--debug`, a crash is answered by the debugger, outside of the app and without the headers: script sees a CORS error instead of the 500.',
    },
  ],
  links: [
    { label: 'Flask-CORS', url: 'https://flask-cors.readthedocs.io/en/latest/' },
    { label: 'Flask-CORS: options', url: 'https://flask-cors.readthedocs.io/en/latest/configuration.html' },
  ],
};

function app(policy: WritablePolicy): readonly Line[] {
  return [
    ...lines('import', 'from flask import request', 'from flask_cors import CORS'),
    ...lines(null, '', ''),
    ...answerPreflight(policy),
    ...lines(null, '', ''),
    ...(policy.origins === '*' ? [] : [...varyByOrigin(policy), ...lines(null, '', '')]),
    ...lines('all-responses', 'CORS('),
    ...indented(INDENT, options(policy)),
    ...lines('all-responses', ')'),
  ];
}

function answerPreflight({ path }: WritablePolicy): readonly Line[] {
  return [
    ...lines('answer-preflight', '@app.before_request', 'def answer_preflight():'),
    ...lines(
      'preflight',
      '    if (',
      '        request.method == "OPTIONS"',
      '        and "Access-Control-Request-Method" in request.headers',
    ),
    ...lines('path', path !== null && `        and request.path.startswith("${path}")`),
    ...lines('preflight', '    ):'),
    ...lines('answer-preflight', '        return "", 204'),
  ];
}

function varyByOrigin({ path }: WritablePolicy): readonly Line[] {
  const add = 'response.vary.add("Origin")';
  return [
    ...lines('vary', '@app.after_request', 'def vary_by_origin(response):'),
    ...(path === null
      ? lines('vary', `    ${add}`)
      : [...lines('path', `    if request.path.startswith("${path}"):`), ...lines('vary', `        ${add}`)]),
    ...lines('vary', '    return response'),
  ];
}

function options(policy: WritablePolicy): readonly Line[] {
  const { origins, credentials, headers, exposed, maxAge, path } = policy;
  return [
    ...lines('use', 'app,'),
    ...lines('path', path !== null && `resources=r"^${path.replaceAll('.', '\\.')}",`),
    ...(origins === '*'
      ? lines('any-origin', 'origins="*",', 'send_wildcard=True,')
      : [
          ...lines('origins', 'origins=[', ...origins.map((origin) => `    ${compared(origin)},`), '],'),
          ...lines('allow-origin', 'always_send=False,'),
          // Said by the function above, on every response.
          ...lines('vary', 'vary_header=False,'),
        ]),
    ...lines('credentials', credentials && 'supports_credentials=True,'),
    ...lines('exposed', exposed.length > 0 && `expose_headers=[${quoted(exposed)}],`),
    ...lines('methods', `methods=[${quoted(allowedMethods(policy))}],`),
    ...lines('headers', `allow_headers=[${quoted(headers)}],`),
    ...lines('max-age', maxAge !== null && `max_age=${maxAge},`),
  ];
}

/** What the library compares as a whole: a text with brackets, as IPv6 has them, it takes for a regular expression. */
function compared(origin: string): string {
  return origin.includes('[') ? `r"^${origin.replace(/[.[\]]/g, '\\$&')}$"` : `"${origin}"`;
}
