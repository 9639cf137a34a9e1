import fc from 'fast-check';

/**
 * One thing that a server does differently from what would be right. `{origin}` stands for the right origin,
 * `{method}` for the request's method, `{names}` for its headers' names.
 */
export type AnswerChange =
  | { readonly kind: 'header'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'status'; readonly status: number; readonly location?: string }
  | { readonly kind: 'location'; readonly location: string }
  | { readonly kind: 'abort'; readonly how: 'close' | 'reset' };

export type MessageKind = 'preflight' | 'redirect' | 'response';

/** Changes worth making to an answer of that kind, ordered so that what is shrunk to comes first. */
export function answerChange(kind: MessageKind): fc.Arbitrary<AnswerChange> {
  const credentialed = [
    { weight: 8, arbitrary: header('Access-Control-Allow-Origin', ALLOW_ORIGIN) },
    { weight: 4, arbitrary: header('Access-Control-Allow-Credentials', ALLOW_CREDENTIALS) },
    { weight: 1, arbitrary: fc.constantFrom('close', 'reset').map(abort) },
  ];
  switch (kind) {
    case 'preflight':
      return fc.oneof(
        ...credentialed,
        { weight: 5, arbitrary: fc.constantFrom(...PREFLIGHT_STATUSES).map(status) },
        { weight: 2, arbitrary: preflightRedirect },
        { weight: 6, arbitrary: header('Access-Control-Allow-Methods', ALLOW_METHODS) },
        { weight: 6, arbitrary: header('Access-Control-Allow-Headers', ALLOW_HEADERS) },
        { weight: 1, arbitrary: header('Access-Control-Max-Age', MAX_AGES) },
      );
    case 'redirect':
      return fc.oneof(...credentialed, {
        weight: 4,
        arbitrary: fc.constantFrom(...TARGETS).map((location) => ({ kind: 'location', location }) as const),
      });
    case 'response':
      return fc.oneof(
        ...credentialed,
        { weight: 2, arbitrary: header('Access-Control-Expose-Headers', EXPOSE_HEADERS) },
        { weight: 2, arbitrary: fc.constantFrom(...RESPONSE_STATUSES).map(status) },
      );
  }
}

function header(name: string, shapes: readonly (readonly string[])[]): fc.Arbitrary<AnswerChange> {
  const lines = fc.oneof(
    // What servers get wrong most often stands first.
    { weight: 4, arbitrary: fc.constantFrom(...shapes.slice(0, 4)) },
    { weight: 5, arbitrary: fc.constantFrom(...shapes) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...shapes.flat()), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: piecedTogether(shapes).map((value) => [value]) },
  );
  return lines.map((each) => ({ kind: 'header', name, lines: each }));
}

/** A value that nobody thought of, made of the pieces of those that somebody did. */
function piecedTogether(shapes: readonly (readonly string[])[]): fc.Arbitrary<string> {
  const glue = fc.constantFrom(',', ', ', ' ', ';', '\t', '', ' , ', '"', ',,', '|', '\u00a0');
  const piece = fc.oneof(fc.constantFrom(...shapes.flat()), glue);
  return fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
}

function status(each: number): AnswerChange {
  return { kind: 'status', status: each };
}

function abort(how: 'close' | 'reset'): AnswerChange {
  return { kind: 'abort', how };
}

const PREFLIGHT_STATUSES = [
  404, 405, 200, 201, 202, 206, 299, 300, 301, 302, 304, 307, 400, 401, 403, 418, 429, 500, 501, 502, 503,
];
const RESPONSE_STATUSES = [500, 404, 201, 203, 204, 206, 300, 302, 400, 401, 403, 418, 502, 503];

/** Where servers redirect to that shouldn't. */
const TARGETS = [
  'http://user@{host}{next}',
  'http://user:password@{host}{next}',
  'ftp://{host}{next}',
  'data:text/plain,{next}',
  'unknown-scheme://{host}{next}',
  '//{host}{next}',
];

const preflightRedirect: fc.Arbitrary<AnswerChange> = fc.record({
  kind: fc.constant('status' as const),
  status: fc.constantFrom(301, 302, 303, 307, 308),
  location: fc.constantFrom(
    '{next}',
    'http://{host}{next}',
    'http://login.localhost:18103/sign-in',
    '',
    ...TARGETS,
  ),
});

const ALLOW_ORIGIN: readonly (readonly string[])[] = [
  [],
  ['http://evil.test'],
  ['*'],
  ['null'],
  [''],
  ['{origin}/'],
  ['{origin}', '{origin}'],
  ['*', '*'],
  ['{origin}', '*'],
  ['*', '{origin}'],
  ['http://evil.test', '{origin}'],
  ['', '{origin}'],
  ['{origin}', ''],
  ['{origin}, {origin}'],
  ['{origin}, http://evil.test'],
  ['{origin},http://evil.test'],
  ['{origin} http://evil.test'],
  ['*, *'],
  ['* , {origin}'],
  ['{ORIGIN}'],
  [' \t{origin}\t '],
  ['https://app.localhost:18101'],
  ['http://app.localhost'],
  ['http://app.localhost:18102'],
  ['http://app.localhost:18101/path'],
  ['http://APP.localhost:18101'],
  ['http://app.localhost.:18101'],
  ['http://www.app.localhost:18101'],
  ['http://127.0.0.1:18101'],
  ['http://localhost:18101'],
  ['app.localhost:18101'],
  ['app.localhost'],
  ['//app.localhost:18101'],
  ['http://*.localhost:18101'],
  ['http://*'],
  ['*.localhost'],
  ['.*'],
  ['**'],
  ['"*"'],
  ['"{origin}"'],
  ["'{origin}'"],
  ['<{origin}>'],
  ['{origin};'],
  ['{origin},'],
  [',{origin}'],
  ['NULL'],
  ['undefined'],
  ['true'],
  ['http://'],
  ['http://app.localhost:99999'],
  ['http://user@app.localhost:18101'],
  ['http://\u00c3\u00a4pp.localhost:18101'],
  ['http://\u00e4pp.localhost:18101'],
  ['{origin}/\u00ff'],
  ['{origin}\u00a0'],
  ['\u00ff'],
  ['file://'],
  ['data:,'],
  ['/^http:\\/\\/.*\\.localhost/'],
  ['$http_origin'],
  ['{origin}?'],
  ['{origin}#'],
  ['http:{origin}'],
];

const ALLOW_CREDENTIALS: readonly (readonly string[])[] = [
  [],
  ['True'],
  ['TRUE'],
  ['false'],
  [''],
  [' true '],
  ['true', 'true'],
  ['true, true'],
  ['true', ''],
  ['', 'true'],
  ['true,'],
  ['"true"'],
  ['1'],
  ['yes'],
  ['true;'],
  ['true\u00a0'],
  ['*'],
  ['true true'],
];

const ALLOW_METHODS: readonly (readonly string[])[] = [
  [],
  ['GET'],
  ['*'],
  [''],
  ['GET, POST'],
  ['GET,POST,{method}'],
  ['{method}, *'],
  ['*, {method}'],
  ['{METHOD}'],
  ['{lower-method}'],
  ['GET', '{method}'],
  ['{method}', ''],
  ['{method},'],
  [',{method}'],
  [', ,\t{method} ,'],
  ['GET POST {method}'],
  ['GET; {method}'],
  ['"{method}"'],
  ['[{method}]'],
  ['GET|{method}'],
  ['{method}\u00a0'],
  ['({method})'],
  ['{method}, (bad)'],
  ['(bad), {method}'],
  ['{method}, P\u00dcT'],
  ['{method} {method}'],
  [' {method} '],
];

const ALLOW_HEADERS: readonly (readonly string[])[] = [
  [],
  ['x-other'],
  ['*'],
  [''],
  ['x-a'],
  ['X-A, X-B'],
  ['x-b'],
  ['authorization'],
  ['content-type'],
  ['*, authorization'],
  ['{names}, *'],
  ['{NAMES}'],
  ['{names}', 'x-other'],
  ['x-other', '{names}'],
  ['{names}', ''],
  ['{names},'],
  [',{names}'],
  ['x-a x-b'],
  ['x-a; x-b'],
  ['"{names}"'],
  ['{names}, "x"'],
  ['{names}, x:y'],
  ['{names}, \u00e4'],
  ['\u00e4, {names}'],
  ['{names}\u00a0'],
  [' {names} '],
  ['*', '{names}'],
  ['x-*'],
  ['all'],
];

const MAX_AGES: readonly (readonly string[])[] = [
  ['600'],
  ['0'],
  ['-1'],
  ['abc'],
  ['600', '600'],
  ['10.5'],
  [''],
];

const EXPOSE_HEADERS: readonly (readonly string[])[] = [
  ['*'],
  ['x-a'],
  ['X-A, ETag'],
  ['x-a', 'etag'],
  ['*, x-a'],
  ['"x-a"'],
  ['x-a etag'],
  ['x-a, (bad)'],
  ['x-a,'],
  [''],
  ['set-cookie'],
  ['{names}'],
  ['x-a\u00a0'],
  ['content-length, *'],
  ['*, (bad)'],
  ['*', 'x-a etag'],
  ['(bad), *'],
];
