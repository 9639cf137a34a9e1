import type { Exchange } from '../../../src/model/exchange.ts';
import { createReport, type Report } from '../../../src/report/index.ts';
import { anExchange, type ExchangeDescription, PAGE, STARTED_AT } from '../../rules/exchange-builder.ts';

export const CREATED_AT = '2026-11-21T10:00:00.000Z';

/** A report of these exchanges, as the panel makes it. */
export function aReport(exchanges: readonly Exchange[]): Report {
  return createReport({ exchanges, createdAt: CREATED_AT, extensionVersion: '0.1.0' });
}

/** A crash behind a preflight that passes; the report's secrets are masked, as recorded. */
export const SERVER_ERROR: ExchangeDescription = {
  id: 'server-error',
  method: 'POST',
  url: 'https://api.example.com/orders?access_token=masked-32',
  headers: {
    'Content-Type': 'application/json',
    Authorization: '[masked: Bearer, 43 characters]',
    Cookie: 'sid=[masked: 12 characters]',
  },
  credentials: 'include',
  preflight: {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': PAGE,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Headers': 'authorization, content-type',
    },
  },
  response: { status: 500, headers: { 'Content-Type': 'text/html', Server: 'nginx/1.22.1' } },
  outcome: 'blocked',
};

/** Authentication that stands before CORS. */
export const PREFLIGHT_401: ExchangeDescription = {
  id: 'preflight-401',
  method: 'PUT',
  headers: { 'X-Api-Key': '[masked: 20 characters]', 'Content-Type': 'application/json' },
  preflight: { status: 401, headers: { 'WWW-Authenticate': 'Bearer', Server: 'nginx' } },
  outcome: 'blocked',
};

/** What no proper server would do, which some advice comes with probes for. */
const echoed = (id: string, origin: string): ExchangeDescription => ({
  id,
  origin,
  url: 'https://shop.example.net/cart',
  credentials: 'include',
  headers: { Cookie: 'sid=[masked: 12 characters]' },
  response: {
    headers: { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' },
  },
});

/** Preflights that are asked anew each time, which costs. */
const asked = (id: string, startedAt: number): ExchangeDescription => ({
  id,
  startedAt,
  url: 'https://shop.example.net/drafts/9',
  method: 'PUT',
  preflight: {
    status: 204,
    headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Methods': 'PUT' },
  },
  response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
});

/** An answer that tells who made it. */
export const MADE_BY_CDN: ExchangeDescription = {
  id: 'made-by-cdn',
  response: {
    status: 403,
    headers: { Server: 'cloudflare', 'CF-RAY': '8a1b-FRA', 'cf-mitigated': 'challenge' },
  },
  outcome: 'blocked',
};

/** Every kind of exchange that a report's format has a place for. */
export const ALL_KINDS: readonly ExchangeDescription[] = [
  SERVER_ERROR,
  PREFLIGHT_401,
  { id: 'allowed', response: { headers: { 'Access-Control-Allow-Origin': '*' } } },
  {
    id: 'firefox',
    engine: 'firefox',
    response: { status: 404 },
    outcome: 'blocked',
    readableByScript: false,
  },
  { id: 'firefox-open', engine: 'firefox', response: { headers: { 'Access-Control-Allow-Origin': '*' } } },
  { id: 'refused', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
  { id: 'pending', outcome: 'pending' },
  { id: 'closed', outcome: { closed: 'navigation' } },
  { id: 'no-cors', mode: 'no-cors', response: {}, type: 'image' },
  { id: 'unknown-mode', mode: 'unknown', response: { fromCache: true }, origin: 'null', outcome: 'blocked' },
  {
    id: 'redirected',
    response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
    redirects: [{ url: 'https://www.example.com/items', response: { status: 200 } }],
    outcome: 'blocked',
  },
  {
    id: 'unsent',
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Trace': '1' },
    preflight: { status: 404 },
    withNetworkLog: true,
  },
  {
    id: 'log-of-failure',
    method: 'PUT',
    preflight: { error: 'net::ERR_CONNECTION_REFUSED' },
    outcome: { error: 'net::ERR_CONNECTION_REFUSED' },
    withNetworkLog: true,
  },
  { id: 'no-answer', method: 'DELETE', preflight: { error: 'net::ERR_CONNECTION_RESET' } },
  MADE_BY_CDN,
  echoed('echoed', 'https://www.example.com'),
  echoed('echoed-to-other', 'https://staging.example.org'),
  asked('asked', STARTED_AT),
  asked('asked-again', STARTED_AT + 60_000),
];

export function aReportOfAllKinds(): Report {
  return aReport(ALL_KINDS.map(anExchange));
}

/** A report in which every field of the format occurs, for what has to know them all. */
export function aReportWithEveryField(): Report {
  const report = aReportOfAllKinds();
  const earlier = anExchange({ id: 'earlier', response: {} });
  return {
    ...report,
    context: [earlier],
    diagnoses: report.diagnoses.map((diagnosis, index) =>
      index === 0 ? { ...diagnosis, history: [earlier.id] } : diagnosis,
    ),
    configurations: [
      {
        target: 'https://api.example.com',
        platform: 'nginx',
        name: 'nginx',
        snippets: [
          {
            place: [
              { kind: 'text', text: 'Into the server block of ' },
              { kind: 'code', text: 'nginx.conf' },
            ],
            file: 'nginx.conf',
            language: 'nginx',
            text: 'add_header Vary Origin always;\n',
          },
          { place: [], language: 'shell', text: '' },
        ],
        reload: [{ kind: 'code', text: 'nginx -s reload' }],
        warnings: [[{ kind: 'text', text: 'Everybody may read it.' }]],
        proof: [{ kind: 'text', text: 'It ran.' }],
        exchanges: ['server-error'],
      },
    ],
    aliased: true,
  };
}
