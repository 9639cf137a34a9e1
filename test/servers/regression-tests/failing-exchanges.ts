import { applyFix } from '../../../src/fixes/index.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';

const ALLOWED = { 'Access-Control-Allow-Origin': PAGE };

/** What other headers mend, so that there is a test for each. */
export const EXPORTED: readonly ExchangeDescription[] = [
  { id: 'no-header', response: {}, outcome: 'blocked' },
  {
    id: 'other-origin',
    response: { headers: { 'Access-Control-Allow-Origin': 'https://www.example.com' } },
    outcome: 'blocked',
  },
  {
    id: 'two-values',
    response: {
      headers: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Origin', PAGE],
      ],
    },
    outcome: 'blocked',
  },
  {
    id: 'any-origin-with-cookies',
    headers: { Cookie: 'sid=[masked: 12 characters]' },
    credentials: 'include',
    response: { headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' } },
    outcome: 'blocked',
  },
  { id: 'preflight-401', method: 'PUT', preflight: { status: 401 }, withNetworkLog: true },
  {
    id: 'preflight-404',
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    preflight: { status: 404, headers: ALLOWED },
    withNetworkLog: true,
  },
  {
    id: 'method-not-allowed',
    method: 'DELETE',
    preflight: { status: 204, headers: { ...ALLOWED, 'Access-Control-Allow-Methods': 'GET, delete' } },
  },
  {
    id: 'header-not-allowed',
    headers: { 'X-Trace': `it's "1" \\` },
    preflight: { status: 204, headers: { ...ALLOWED, 'Access-Control-Allow-Headers': 'content-type' } },
    withNetworkLog: true,
  },
  {
    id: 'authorization-not-allowed',
    headers: { Authorization: '[masked: Bearer, 43 characters]' },
    preflight: { status: 204, headers: ALLOWED },
    withNetworkLog: true,
  },
  {
    id: 'post-without-preflight',
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    response: { status: 500 },
    outcome: 'blocked',
  },
  {
    id: 'redirected',
    response: { headers: ALLOWED },
    redirects: [{ url: '/redirected-there', response: { status: 404 } }],
    outcome: 'blocked',
  },
];

/** What no header mends, and what isn't wrong. */
const NOT_EXPORTED: readonly ExchangeDescription[] = [
  {
    id: 'preflight-redirected',
    method: 'PUT',
    preflight: { status: 302, headers: { ...ALLOWED, Location: '/login' } },
  },
  { id: 'refused', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
  { id: 'fine', response: { headers: ALLOWED } },
];

/** All of them, as they would be recorded at an API of that origin: each has a path of its own. */
export function failing(origin: string): readonly Exchange[] {
  return [...EXPORTED, ...NOT_EXPORTED].map((each) =>
    anExchange({
      ...each,
      url: `${origin}/${each.id}`,
      ...(each.redirects === undefined
        ? {}
        : { redirects: each.redirects.map((hop) => ({ ...hop, url: `${origin}${hop.url}` })) }),
    }),
  );
}

/** The same, with what is proposed for each. */
export function mended(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.map((exchange) => applyFix(exchange, diagnose(exchange).fix));
}
