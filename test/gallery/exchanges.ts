import type { Exchange } from '../../src/model/exchange.ts';
import { anExchange, type ExchangeDescription, PAGE, STARTED_AT } from '../rules/exchange-builder.ts';

const API = 'https://api.example.com';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const ALLOW = { 'Access-Control-Allow-Origin': PAGE, Vary: 'Origin' };
const SAVE = {
  url: `${API}/v1/drafts/9`,
  method: 'PUT',
  headers: JSON_TYPE,
  response: { headers: ALLOW },
} as const;

const SHOP = 'https://shop-api.example.net';
/** A server that answers whoever asks as if it knew them. */
const ECHOED = {
  credentials: 'include',
  headers: { Cookie: '[masked: 42 characters]' },
} as const;

/** Exchanges that the gallery shows, each one a situation that looks different. */
export const DESCRIPTIONS = {
  serverError: {
    url: `${API}/v1/orders`,
    method: 'POST',
    headers: {
      ...JSON_TYPE,
      Cookie: '[masked: 42 characters]',
      Authorization: '[masked: Bearer, 512 characters]',
    },
    preflight: {
      status: 204,
      headers: {
        ...ALLOW,
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'authorization, content-type',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
    response: { status: 500, headers: { 'Content-Type': 'text/html', Server: 'nginx/1.22.1' } },
    outcome: 'blocked',
  },
  headersNotAllowed: {
    url: `${API}/v1/users/42`,
    method: 'PUT',
    headers: { ...JSON_TYPE, 'X-Api-Key': '[masked: 32 characters]', 'X-Trace': 'on' },
    preflight: {
      status: 204,
      headers: {
        ...ALLOW,
        'Access-Control-Allow-Methods': 'GET, PUT',
        'Access-Control-Allow-Headers': 'content-type',
      },
    },
  },
  preflightUnauthorized: {
    url: `${API}/v1/me`,
    method: 'PATCH',
    headers: JSON_TYPE,
    preflight: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
  },
  preflightRedirected: {
    url: 'http://legacy.example.net/api/report',
    method: 'DELETE',
    preflight: { status: 301, headers: { Location: 'https://legacy.example.net/api/report' } },
  },
  wildcardWithCredentials: {
    url: `${API}/v1/session`,
    credentials: 'include',
    headers: { Cookie: '[masked: 42 characters]' },
    response: { headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' } },
    outcome: 'blocked',
  },
  duplicate: {
    url: 'https://gateway.example.org/items',
    response: {
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Content-Type', 'application/json'],
        ['Access-Control-Allow-Origin', PAGE],
      ],
    },
    outcome: 'blocked',
  },
  redirected: {
    url: `${API}/v1/download/7`,
    response: { status: 302, headers: ALLOW },
    redirects: [
      {
        url: 'https://files.example.net/7.bin',
        sends: 'null',
        response: { status: 200, headers: { 'Access-Control-Allow-Origin': PAGE } },
      },
    ],
    outcome: 'blocked',
  },
  font: {
    url: 'https://cdn.example.net/inter.woff2',
    type: 'font',
    response: {
      headers: { 'Access-Control-Allow-Origin': 'https://other.example', 'Cache-Control': 'max-age=600' },
    },
    outcome: 'blocked',
  },
  refused: {
    url: 'http://localhost:9090/metrics',
    outcome: { error: 'net::ERR_CONNECTION_REFUSED' },
  },
  allowed: {
    url: `${API}/v1/items?page=2`,
    credentials: 'omit',
    response: {
      headers: { ...ALLOW, 'Content-Type': 'application/json', ETag: '"5d41"', 'X-Total-Count': '318' },
    },
  },
  allowedScript: {
    url: 'https://cdn.example.net/app.3f9c.js',
    type: 'script',
    credentials: 'omit',
    response: { headers: { 'Access-Control-Allow-Origin': '*' } },
  },
  opaque: {
    url: 'https://telemetry.example.io/pixel.gif',
    type: 'image',
    mode: 'no-cors',
    sends: false,
    response: { headers: { 'Content-Type': 'image/gif' } },
  },
  saved: {
    ...SAVE,
    preflight: {
      status: 204,
      headers: {
        ...ALLOW,
        'Access-Control-Allow-Methods': '*',
        'Access-Control-Allow-Headers': 'content-type',
        'Access-Control-Max-Age': '600',
      },
    },
  },
  savedAgain: { ...SAVE, startedAt: STARTED_AT + 12_000 },
  pending: { url: `${API}/v1/slow`, outcome: 'pending' },
  firefox: {
    url: 'https://partner.example.org/feed',
    engine: 'firefox',
    readableByScript: false,
    response: {
      headers: [
        ['Access-Control-Allow-Origin', 'https://one.example'],
        ['Access-Control-Allow-Origin', 'https://two.example'],
      ],
    },
    outcome: 'blocked',
  },
  credentialsUnknown: {
    url: `${API}/v1/profile`,
    engine: 'firefox',
    response: { headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' } },
  },
  credentialsTwoCauses: {
    url: `${API}/v1/profile/7`,
    method: 'PUT',
    preflight: {
      status: 204,
      site: 'cross-site',
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, POST' },
    },
  },
  trailingSlash: {
    url: `${API}/v1/teams`,
    response: { headers: { 'Access-Control-Allow-Origin': `${PAGE}/`, Vary: 'Origin' } },
    outcome: 'blocked',
  },
  otherSchemeAndPort: {
    url: `${API}/v1/teams/1`,
    response: { headers: { 'Access-Control-Allow-Origin': 'https://localhost:3000' } },
    outcome: 'blocked',
  },
  lookAlike: {
    url: `${API}/v1/teams/2`,
    // A Cyrillic letter, as its bytes.
    response: { headers: { 'Access-Control-Allow-Origin': 'http://l\u00d0\u00becalhost:5173' } },
    outcome: 'blocked',
  },
  strayCharacters: {
    url: `${API}/v1/teams/3`,
    response: { headers: { 'Access-Control-Allow-Origin': 'http://local\u00e2\u0080\u008bhost: 5173' } },
    outcome: 'blocked',
  },
  emptyOrigin: {
    url: `${API}/v1/teams/4`,
    response: { headers: { 'Access-Control-Allow-Origin': '' } },
    outcome: 'blocked',
  },
  methodCase: {
    url: `${API}/v1/teams/5`,
    method: 'patch',
    headers: JSON_TYPE,
    preflight: {
      status: 204,
      headers: {
        ...ALLOW,
        'Access-Control-Allow-Methods': 'GET, POST, PATCH',
        'Access-Control-Allow-Headers': 'content-type',
      },
    },
  },
  misspeltCredentials: {
    url: `${API}/v1/teams/6`,
    credentials: 'include',
    headers: { Cookie: '[masked: 42 characters]' },
    response: { headers: { ...ALLOW, 'Access-Control-Allow-Credentials': 'True' } },
    outcome: 'blocked',
  },
  manyRedirects: {
    url: 'https://go.example.net/report',
    method: 'PUT',
    preflight: { status: 204, took: 12, headers: { ...ALLOW, 'Access-Control-Allow-Methods': 'PUT' } },
    response: { status: 307, headers: ALLOW },
    redirects: [
      ...['eu', 'eu-west', 'store', 'archive'].map((name) => ({
        url: `https://${name}.example.net/report`,
        sends: 'null',
        preflight: {
          status: 204,
          took: 8,
          headers: { 'Access-Control-Allow-Origin': 'null', 'Access-Control-Allow-Methods': 'PUT' },
        },
        response: { status: 307, headers: { 'Access-Control-Allow-Origin': 'null' } },
      })),
      {
        url: 'https://files.example.net/report',
        sends: 'null',
        preflight: {
          status: 204,
          took: 5,
          headers: { 'Access-Control-Allow-Origin': 'null', 'Access-Control-Allow-Methods': 'PUT' },
        },
        response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
      },
    ],
    outcome: 'blocked',
  },
  started: {
    url: `${API}/v1/teams/7`,
    method: 'PUT',
    headers: JSON_TYPE,
    withNetworkLog: true,
    preflight: { status: 204, headers: { ...ALLOW, 'Access-Control-Allow-Headers': 'content-type' } },
  },
  hiddenHeaderLine: {
    url: `${API}/v1/news`,
    engine: 'firefox',
    credentials: 'omit',
    readableByScript: false,
    response: { headers: ALLOW },
  },
  failsElsewhere: {
    url: `${API}/v1/upload/3`,
    method: 'PUT',
    preflight: { status: 204, headers: { ...ALLOW, 'Access-Control-Allow-Methods': 'PUT' } },
    response: { status: 307, headers: ALLOW },
    redirects: [
      {
        url: 'https://files.example.net/3',
        sends: 'null',
        preflight: {
          status: 204,
          headers: { 'Access-Control-Allow-Origin': 'null', 'Access-Control-Allow-Methods': 'PUT' },
        },
        response: { headers: { 'Access-Control-Allow-Origin': 'null' } },
      },
    ],
  },
  mayPassElsewhere: {
    url: `${API}/v1/photos`,
    engine: 'firefox',
    credentials: 'same-origin',
    headers: { DPR: '2' },
    preflight: { status: 204, headers: ALLOW },
  },
  manyFailures: {
    url: `${API}/v1/settings`,
    method: 'PUT',
    headers: JSON_TYPE,
    credentials: 'include',
    preflight: {
      status: 200,
      headers: {
        'Access-Control-Allow-Origin': 'https://www.example.com',
        'Access-Control-Allow-Methods': 'GET, POST',
      },
    },
  },
  behindCloudflare: {
    url: `${API}/v1/login`,
    method: 'POST',
    headers: JSON_TYPE,
    preflight: {
      status: 403,
      headers: {
        Server: 'cloudflare',
        'CF-RAY': '8a1b2c3d4e5f6a7b-FRA',
        'cf-mitigated': 'challenge',
        'Content-Type': 'text/html; charset=UTF-8',
      },
    },
  },
  echoed: {
    ...ECHOED,
    url: `${SHOP}/v1/cart?user=7`,
    response: {
      headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Credentials': 'true' },
    },
  },
  echoedToOther: {
    ...ECHOED,
    url: `${SHOP}/v1/cart?user=7`,
    origin: 'https://staging.example.org',
    response: {
      headers: {
        'Access-Control-Allow-Origin': 'https://staging.example.org',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
  },
  echoedToThird: {
    ...ECHOED,
    url: `${SHOP}/v1/cart?user=7`,
    origin: 'https://www.example.com',
    response: {
      headers: {
        'Access-Control-Allow-Origin': 'https://www.example.com',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
  },
  allowedNull: {
    url: `${SHOP}/v1/theme`,
    origin: 'null',
    credentials: 'omit',
    response: { headers: { 'Access-Control-Allow-Origin': 'null' } },
  },
  contradicting: {
    url: 'https://fonts.example.net/inter.css',
    credentials: 'omit',
    response: {
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' },
    },
  },
  hostileServer: {
    url: `https://very-long-host-name-that-does-not-end.${'sub.'.repeat(12)}example.com/${'path-'.repeat(60)}?q='$(touch pwned)'<script>alert(1)</script>`,
    origin: 'https://one.example',
    credentials: 'include',
    response: {
      headers: {
        'Access-Control-Allow-Origin': 'https://one.example',
        'Access-Control-Allow-Credentials': 'true',
        Server: `<img src=x onerror=alert(1)>${'s'.repeat(500)}`,
      },
    },
  },
  hostileServerAgain: {
    url: `https://very-long-host-name-that-does-not-end.${'sub.'.repeat(12)}example.com/second`,
    origin: 'https://two.example',
    credentials: 'include',
    response: {
      headers: {
        'Access-Control-Allow-Origin': 'https://two.example',
        'Access-Control-Allow-Credentials': 'true',
      },
    },
  },
  hostile: {
    url: `https://very-long-host-name-that-does-not-end.${'sub.'.repeat(12)}example.com/${'path-'.repeat(60)}?q=<script>alert(1)</script>`,
    method: 'X-UNUSUALLY-LONG-METHOD',
    headers: { 'X-Custom': 'value' },
    preflight: {
      status: 200,
      headers: {
        'Access-Control-Allow-Origin': `<img src=x onerror=alert(1)>${'a'.repeat(800)}`,
        'X-Long': 'b'.repeat(5000),
      },
    },
  },
} as const satisfies Record<string, ExchangeDescription>;

export type ExchangeName = keyof typeof DESCRIPTIONS;

/** The named exchanges in this order, each with its own id and time. */
export function exchanges(...names: readonly ExchangeName[]): readonly Exchange[] {
  return names.map((name, index) => anExchange({ ...DESCRIPTIONS[name], id: name, ...begun(index) }));
}

/** One draft that is saved again and again, each time after a preflight that is asked anew. */
export function savedOften(count: number): readonly Exchange[] {
  return Array.from({ length: count }, (_, index) => {
    const preflight = {
      status: 204,
      headers: {
        ...ALLOW,
        'Access-Control-Allow-Methods': 'PUT',
        'Access-Control-Allow-Headers': 'content-type',
        'Access-Control-Max-Age': '5',
      },
    };
    const startedAt = STARTED_AT + index * 12_000;
    return anExchange({ ...SAVE, preflight, id: `saved-${index}`, startedAt });
  });
}

/** Many exchanges of the same few kinds. */
export function manyExchanges(count: number): readonly Exchange[] {
  const names: readonly ExchangeName[] = [
    'allowed',
    'allowedScript',
    'allowed',
    'serverError',
    'refused',
    'opaque',
  ];
  return Array.from({ length: count }, (_, index) => {
    const name = names[index % names.length] ?? 'allowed';
    return anExchange({ ...DESCRIPTIONS[name], id: `${name}-${index}`, ...begun(index) });
  });
}

/** Requests to as many servers, every fifth of which names no origin. */
export function manyApis(count: number): readonly Exchange[] {
  return Array.from({ length: count }, (_, index) =>
    anExchange({
      id: `api-${index}`,
      url: `https://service-${index}.example.com/v1/items/${index}`,
      credentials: 'omit',
      ...(index % 5 === 0 ? { response: {}, outcome: 'blocked' } : { response: { headers: ALLOW } }),
    }),
  );
}

function begun(index: number): { readonly startedAt: number } {
  return { startedAt: STARTED_AT + index * 100 };
}
