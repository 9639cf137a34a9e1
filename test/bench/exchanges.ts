import type { Exchange, Hop, HttpRequest } from '../../src/model/exchange.ts';
import type { Header } from '../../src/model/header-list.ts';
import { API, anExchange, type ExchangeDescription, PAGE } from '../rules/exchange-builder.ts';

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

/** What Chromium sends with each request besides what the page asked for; the recorder keeps it. */
const SENT_BY_CHROMIUM: readonly Header[] = [
  ['Accept', '*/*'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'en-US,en;q=0.9'],
  ['Referer', `${PAGE}/`],
  [
    'User-Agent',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  ],
  ['sec-ch-ua', '"Chromium";v="156", "Not)A;Brand";v="24"'],
  ['sec-ch-ua-mobile', '?0'],
  ['sec-ch-ua-platform', '"Linux"'],
  ['Sec-Fetch-Dest', 'empty'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Site', 'cross-site'],
];

function asSent<T extends HttpRequest>(request: T): T {
  return { ...request, headers: [...request.headers, ...SENT_BY_CHROMIUM] };
}

function shownExchange(description: ExchangeDescription): Exchange {
  const exchange = anExchange(description);
  const shown = (hop: Hop): Hop => ({
    ...hop,
    ...(hop.request && { request: asSent(hop.request) }),
    ...(hop.preflight && { preflight: { ...hop.preflight, request: asSent(hop.preflight.request) } }),
  });
  const [first, ...rest] = exchange.hops;
  return { ...exchange, hops: [shown(first), ...rest.map(shown)] };
}

/** A response with that many header lines. */
export function withHeaders(count: number): Exchange {
  const many = Array.from({ length: count }, (_, at): Header => [`X-Header-${at}`, `value ${at}`]);
  return anExchange({
    response: { headers: [...many, ['Access-Control-Allow-Origin', `${PAGE}/`]] },
    outcome: 'blocked',
  });
}

/** One exchange of each shape, as Chromium shows it. */
export const SHAPES: Readonly<Record<string, Exchange>> = {
  'simple, allowed': shownExchange({ response: { headers: ALLOWED } }),
  'simple, blocked': shownExchange({ response: { status: 500, headers: USUAL }, outcome: 'blocked' }),
  'preflighted, blocked': shownExchange({
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
  'redirected, blocked': shownExchange({
    response: { status: 302, headers: ALLOWED },
    redirects: [{ url: `${API}/2`, response: { headers: USUAL } }],
    outcome: 'blocked',
  }),
  '100 headers, blocked': withHeaders(100),
};
