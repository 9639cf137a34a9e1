import type { Exchange } from '../../src/model/exchange.ts';
import type { Header } from '../../src/model/header-list.ts';
import { API, anExchange, PAGE } from '../rules/exchange-builder.ts';

const USUAL: readonly Header[] = [
  ['Date', 'Sat, 21 Nov 2026 09:00:00 GMT'],
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Content-Length', '5120'],
  ['Connection', 'keep-alive'],
  ['Server', 'nginx/1.22.1'],
  ['X-Powered-By', 'Express'],
  ['ETag', 'W/"1400-abc"'],
  ['Cache-Control', 'no-store'],
];

const ALLOWED: readonly Header[] = [...USUAL, ['Access-Control-Allow-Origin', PAGE], ['Vary', 'Origin']];

/** A response with that many header lines. */
export function withHeaders(count: number): Exchange {
  const many = Array.from({ length: count }, (_, at): Header => [`X-Header-${at}`, `value ${at}`]);
  return anExchange({
    response: { headers: [...many, ['Access-Control-Allow-Origin', `${PAGE}/`]] },
    outcome: 'blocked',
  });
}

/** One exchange of each shape, as a browser shows them. */
export const SHAPES: Readonly<Record<string, Exchange>> = {
  'simple, allowed': anExchange({ response: { headers: ALLOWED } }),
  'simple, blocked': anExchange({ response: { status: 500, headers: USUAL }, outcome: 'blocked' }),
  'preflighted, blocked': anExchange({
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Request-Id': '7' },
    preflight: {
      status: 204,
      headers: [
        ...ALLOWED,
        ['Access-Control-Allow-Methods', 'GET, POST'],
        ['Access-Control-Allow-Headers', 'x-a'],
      ],
    },
    outcome: 'blocked',
  }),
  'redirected, blocked': anExchange({
    response: { status: 302, headers: ALLOWED },
    redirects: [{ url: `${API}/2`, response: { headers: USUAL } }],
    outcome: 'blocked',
  }),
  '100 headers, blocked': withHeaders(100),
};
