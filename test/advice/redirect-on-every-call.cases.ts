import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, API, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { times } from './traffic-builder.ts';

const OK = { headers: allowing(PAGE) };

function redirected(to: string, status: number, description: ExchangeDescription = {}): ExchangeDescription {
  return {
    response: { status, headers: allowing(PAGE) },
    redirects: [{ url: to, response: OK }],
    ...description,
  };
}

const SLASH = `${API}/`;

export const cases: readonly AdviceCase[] = [
  {
    name: 'for good, again and again',
    traffic: times(3, redirected(SLASH, 301)),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['https://api.example.com/items redirects to https://api.example.com/items/ each time: 3 times'],
      evidence: ['301'],
      actions: ['call-target'],
      cost: { requests: 3, milliseconds: 240 },
    },
  },
  {
    name: 'all of two calls, which differ in the query only',
    traffic: ['?page=1', '?page=2'].map((query) => redirected(SLASH + query, 308, { url: API + query })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['2 times'],
      cost: { requests: 2, milliseconds: 160 },
    },
  },
  {
    name: 'each with a preflight of its own',
    traffic: times(
      3,
      redirected(SLASH, 308, {
        ...PUT_JSON,
        preflight: { status: 204, headers: ALLOWS_PUT_JSON },
        redirects: [{ url: SLASH, preflight: { status: 204, headers: ALLOWS_PUT_JSON }, response: OK }],
      }),
    ),
    advice: { severity: 'low', confidence: 'certain', cost: { requests: 6, milliseconds: 240 } },
  },
  {
    name: 'a redirect that calls itself temporary',
    traffic: times(3, redirected('https://api.example.com/v2/items', 302)),
    unknown: true,
    advice: {
      severity: 'low',
      confidence: 'likely',
      evidence: ['may lead elsewhere'],
      cost: { requests: 3, milliseconds: 240 },
    },
  },
  {
    name: 'not for a single call',
    traffic: [redirected(SLASH, 301)],
    advice: null,
  },
  {
    name: 'not if one of several calls isn’t redirected',
    traffic: [...times(2, redirected(SLASH, 307)), { response: OK }],
    advice: null,
  },
  {
    name: 'not for links that are made for one call',
    traffic: ['a', 'b', 'c'].map((signature) =>
      redirected(`https://files.example.com/1?sig=${signature}`, 302),
    ),
    advice: null,
  },
  {
    name: 'not if it leads to the same URL, once a cookie is set',
    traffic: times(3, redirected(API, 302)),
    advice: null,
  },
  {
    name: 'not if it leads to a page to sign in',
    traffic: times(3, redirected('https://login.example.com/items', 302)),
    advice: null,
  },
  {
    name: 'not if the method changes: that is how forms lead to a page',
    traffic: times(
      3,
      redirected(SLASH, 303, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        redirects: [{ url: SLASH, method: 'GET', headers: {}, response: OK }],
      }),
    ),
    advice: null,
  },
  {
    name: 'not for what the browser redirects by itself, or remembers',
    traffic: [
      ...times(
        3,
        redirected(API, 307, {
          url: 'http://api.example.com/items',
          response: { status: 307, headers: { ...allowing(PAGE), 'Non-Authoritative-Reason': 'HSTS' } },
        }),
      ),
      ...times(3, redirected(SLASH, 301, { response: { status: 301, ...OK, fromCache: true } })),
    ],
    advice: null,
  },
  {
    name: 'not if the redirect is what fails',
    traffic: times(3, {
      ...redirected('https://other.example.com/items', 301),
      redirects: [{ url: 'https://other.example.com/items', sends: 'null', response: {} }],
      outcome: 'blocked',
    }),
    advice: null,
  },
];
