import fc from 'fast-check';
import type { Exchange } from '../../src/model/exchange.ts';
import type { HeaderList } from '../../src/model/header-list.ts';
import {
  type Answer,
  anExchange,
  type ExchangeDescription,
  type HopDescription,
  PAGE,
  type PreflightAnswer,
} from './exchange-builder.ts';

const ORIGINS = [PAGE, 'https://app.example.com', 'null'];
const URLS = [
  'https://api.example.com/items',
  'https://api.example.com/items/',
  'http://api.example.com/items',
  'https://eu.example.com/items?x=1',
  'https://id.example.com/login',
  `${PAGE}/api/items`,
  'http://localhost:8080/items',
];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'patch', 'HEAD'];
const ALLOWED_ORIGINS = [...ORIGINS, '*', '', `${PAGE}/`, 'https://*.example.com', `${PAGE}, *`, 'undefined'];
const LISTS = [
  '*',
  'GET, PUT',
  'put, delete',
  'content-type',
  'x-a, *',
  'a b',
  ';',
  '',
  'PATCH,,',
  'Authorization',
];
const STATUSES = [200, 201, 204, 301, 302, 303, 307, 308, 304, 400, 401, 403, 404, 405, 429, 500, 501, 502];
const ERRORS = [
  'net::ERR_CONNECTION_REFUSED',
  'net::ERR_ABORTED',
  'NS_ERROR_UNKNOWN_HOST',
  'NS_BINDING_ABORTED',
];

/** Any text, and texts that parsers, templates and patterns trip over. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '`{origin}`',
    '{url}',
    '__proto__',
    'constructor',
    '\u202egnp',
    '%',
    'javascript:alert(1)',
    '://',
  ),
);

const responseHeaders = fc.array(
  fc.oneof(
    header('Access-Control-Allow-Origin', ALLOWED_ORIGINS),
    header('Access-Control-Allow-Credentials', ['true', 'True', '', 'false']),
    header('Access-Control-Allow-Methods', LISTS),
    header('Access-Control-Allow-Headers', LISTS),
    header('Access-Control-Expose-Headers', LISTS),
    header('Vary', ['Accept', 'Origin', '*', '']),
    header('Location', [...URLS, '/items/', 'https://u:p@api.example.com/', 'myapp://x', '']),
    header('X-Total-Count', ['7']),
  ),
  { maxLength: 6 },
);

const requestHeaders: fc.Arbitrary<HeaderList> = fc.subarray([
  ['Content-Type', 'application/json'],
  ['Authorization', 'Bearer x'],
  ['X-A', '1'],
  ['Cookie', 'a=b'],
  ['sentry-trace', '1'],
]);

const answer: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom(...STATUSES),
  headers: responseHeaders,
});

const preflight: fc.Arbitrary<PreflightAnswer> = fc.oneof(
  { weight: 5, arbitrary: answer },
  {
    weight: 1,
    arbitrary: fc.record({ error: fc.constantFrom('net::ERR_FAILED', 'NS_ERROR_NET_RESET', 'none') }),
  },
);

const hop: fc.Arbitrary<HopDescription> = fc.record(
  {
    url: fc.constantFrom(...URLS),
    method: fc.constantFrom(...METHODS),
    headers: requestHeaders,
    preflight,
    response: answer,
  },
  { requiredKeys: ['url'] },
);

const description: fc.Arbitrary<ExchangeDescription> = fc
  .tuple(
    hop,
    fc.record(
      {
        origin: fc.constantFrom(...ORIGINS),
        engine: fc.constantFrom('chromium', 'firefox', 'webkit'),
        mode: fc.constantFrom('cors', 'cors', 'cors', 'no-cors', 'unknown'),
        credentials: fc.constantFrom('unknown', 'include', 'omit', 'same-origin'),
        readableByScript: fc.boolean(),
        redirects: fc.array(hop, { maxLength: 2 }),
        outcome: fc.oneof(
          { weight: 4, arbitrary: fc.constant('blocked' as const) },
          { weight: 2, arbitrary: fc.constantFrom('completed' as const, 'pending' as const) },
          { weight: 1, arbitrary: fc.record({ error: fc.constantFrom(...ERRORS) }) },
          {
            weight: 1,
            arbitrary: fc.record({
              closed: fc.constantFrom(
                'navigation',
                'timeout',
                'still-receiving',
                'service-worker',
                'no-access',
                'recorder-stopped',
              ),
            }),
          },
        ),
      },
      { requiredKeys: ['origin', 'engine', 'outcome'] },
    ),
  )
  .map(([first, rest]): ExchangeDescription => ({ ...first, ...rest }));

/** Exchanges as recorders record them, with everything in them that servers get wrong. */
export const plausibleExchange: fc.Arbitrary<Exchange> = description.map(anExchange);

/** Exchanges in which any text may stand anywhere. */
export const hostileExchange: fc.Arbitrary<Exchange> = fc
  .tuple(description, fc.array(fc.tuple(hostile, hostile), { maxLength: 4 }), hostile, hostile, hostile)
  .map(([base, lines, url, origin, error]) => {
    const lists: HeaderList = [
      ...lines,
      ['Access-Control-Allow-Origin', url],
      ['Access-Control-Allow-Headers', error],
      ['Location', url],
    ];
    return anExchange({
      ...base,
      url,
      origin,
      method: error,
      headers: lines,
      ...(base.preflight === undefined ? {} : { preflight: { ...base.preflight, headers: lists } }),
      ...(base.response === undefined ? {} : { response: { ...base.response, headers: lists } }),
    });
  });

function header(name: string, values: readonly string[]): fc.Arbitrary<readonly [string, string]> {
  return fc.constantFrom(...values).map((value) => [name, value] as const);
}
