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

export const flask: ServerPlatform = {
  id: 'flask',
  name: 'Flask',
  family: 'python',
  answersAs: [],
  scope: 'path',
  proof: { kind: 'run' },
  generate: (policy) => [{ place: 'app', file: 'app.py', language: 'python', lines: app(policy) }],
  places: {
    app: 'Right after `app = Flask(__name__)`, before anything else is registered: functions run in the order in which they are.',
  },
  reload: 'Restart the server; `flask run --debug` does it by itself.',
  traps: [
    {
      id: 'order',
      about: ['sign-in', 'options'],
      words:
        'A `before_request` that is registered above this one and asks for a sign-in refuses preflights, too. Those of blueprints always come later.',
    },
    {
      id: 'debug',
      about: ['errors'],
      words:
        'With `--debug`, a crash is answered by the debugger, outside of the app and without the headers: script sees a CORS error instead of the 500.',
    },
    {
      id: 'early',
      about: ['layers', 'cache'],
      words:
        'Functions of `after_request` run backwards, so this one has the last word: it replaces what others have set, and adds to their `Vary`.',
    },
    {
      id: 'slash',
      about: ['slash'],
      words:
        'To `/items`, a route for `/items/` answers with a redirect (308). It has the headers, but costs a second preflight: ask for the URL with its slash.',
    },
    {
      id: 'same-site',
      about: ['sign-in'],
      words:
        'Session cookies reach a server from pages of another site only with `SESSION_COOKIE_SAMESITE="None"` and `SESSION_COOKIE_SECURE=True`.',
    },
    {
      id: 'origin-form',
      about: ['origin'],
      words: 'An origin has neither a path nor a slash at its end, and its letters are lower case.',
    },
  ],
  links: [
    {
      label: 'Flask: after_request',
      url: 'https://flask.palletsprojects.com/en/stable/api/#flask.Flask.after_request',
    },
  ],
};

const FRAMEWORK: PythonFramework = {
  request: 'request',
  isPreflight: 'is_preflight()',
  vary: 'response.vary.add("Origin")',
  set: (name, expression) => `response.headers["${name}"] = ${expression}`,
};

function app(policy: WritablePolicy): readonly Line[] {
  const { path } = policy;
  return [
    ...lines('import', 'from flask import request'),
    ...lines(null, ''),
    ...allowedOrigins(policy),
    ...lines(null, ''),
    ...lines('preflight', 'def is_preflight():'),
    ...preflightBody(policy, FRAMEWORK),
    ...lines(null, '', ''),
    ...lines(
      'answer-preflight',
      '@app.before_request',
      'def answer_preflight():',
      '    if is_preflight():',
      '        return "", 204',
    ),
    ...lines(null, '', ''),
    ...lines('all-responses', '@app.after_request', 'def add_cors_headers(response):'),
    ...indented(INDENT, [
      ...lines('path', path !== null && `if not request.path.startswith("${path}"):\n    return response`),
      ...headerStatements(policy, FRAMEWORK),
      ...lines(null, 'return response'),
    ]),
  ];
}
