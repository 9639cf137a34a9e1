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

export const tornado: ServerPlatform = {
  id: 'tornado',
  name: 'Tornado',
  family: 'python',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [
    { place: 'module', file: 'cors.py', language: 'python', lines: module(policy) },
    {
      place: 'application',
      file: null,
      language: 'python',
      lines: lines('use', 'default_handler_class=NotFoundHandler,'),
    },
  ],
  places: {
    module:
      'Into a file of its own. Every handler then derives from `CorsHandler` instead of `RequestHandler`, and its own `prepare` begins with `super().prepare()`.',
    application:
      'Into the call of `Application`, after its list of handlers, for the URLs that have no handler.',
  },
  reload: 'Restart the server; with `debug=True` it does so by itself.',
  traps: [
    {
      id: 'prepare',
      about: ['sign-in', 'options'],
      words:
        'A `prepare` that asks for a sign-in before it calls `super().prepare()` refuses preflights, too. `@authenticated` is no problem: it guards single methods.',
    },
    {
      id: 'other-base',
      about: ['route', 'errors'],
      words:
        'Handlers of other bases have none of the headers. For files, derive one from both: `class Files(CorsHandler, StaticFileHandler)`.',
    },
    {
      id: 'not-found',
      about: ['errors', 'route', 'options'],
      words:
        'Without `default_handler_class`, the 404 of a URL without a handler has no headers, and its preflight fails.',
    },
    {
      id: 'vary',
      about: ['cache'],
      words: '`set_header("Vary", …)` in a handler replaces what is there: use `add_header`.',
    },
    {
      id: 'clear',
      about: ['errors'],
      words:
        'Errors begin with `clear()`, which drops what a handler has set in `get` or `prepare`; what `set_default_headers` sets comes back.',
    },
    {
      id: 'xsrf',
      about: ['refusal'],
      words:
        'With `xsrf_cookies`, `POST` and the like get a 403 unless they carry the token, which pages of another site can’t read from a cookie.',
    },
  ],
  links: [
    {
      label: 'Tornado: set_default_headers',
      url: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.set_default_headers',
    },
    {
      label: 'Tornado: default_handler_class',
      url: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.Application.settings',
    },
  ],
};

const FRAMEWORK: PythonFramework = {
  request: 'self.request',
  isPreflight: 'self.is_preflight()',
  vary: 'self.add_header("Vary", "Origin")',
  set: (name, expression) => `self.set_header("${name}", ${expression})`,
};

function module(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  return [
    ...lines('import', 'from tornado.web import Finish, HTTPError, RequestHandler'),
    ...lines(null, ''),
    ...allowedOrigins(policy),
    ...lines(null, ''),
    ...lines('use', 'class CorsHandler(RequestHandler):'),
    ...indented(INDENT, [
      ...lines('all-responses', 'def set_default_headers(self):'),
      ...indented(INDENT, [
        ...lines('path', path !== null && `if not self.request.path.startswith("${path}"):\n    return`),
        ...headerStatements(policy, FRAMEWORK),
      ]),
      ...lines(null, ''),
      ...lines(
        'answer-preflight',
        'def prepare(self):',
        '    if self.is_preflight():',
        '        self.set_status(204)',
        '        raise Finish()',
      ),
      ...lines(null, ''),
      ...lines('preflight', 'def is_preflight(self):'),
      ...preflightBody(policy, FRAMEWORK),
    ]),
    ...lines(null, '', ''),
    ...lines(
      'all-responses',
      'class NotFoundHandler(CorsHandler):',
      '    def prepare(self):',
      '        super().prepare()',
      '        raise HTTPError(404)',
    ),
  ];
}
