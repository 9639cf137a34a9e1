import { ALLOWS_PUT_JSON, API, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const blocked = { method: 'POST', response: {}, outcome: 'blocked' } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'a POST that any page can send',
    exchange: blocked,
    cause: 'no-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'a PUT, after its preflight',
    exchange: { ...PUT_JSON, preflight: { headers: ALLOWS_PUT_JSON }, response: {}, outcome: 'blocked' },
    cause: 'actual-response-without-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'one that the server failed at',
    exchange: { ...blocked, response: { status: 500 } },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'a GET, which changes nothing',
    exchange: { engine: 'firefox', response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'not what bot protection refused',
    exchange: {
      ...blocked,
      response: { status: 403, headers: { Server: 'cloudflare', 'cf-mitigated': 'challenge' } },
    },
    cause: 'bot-challenge',
    verdict: 'blocked',
    notes: [],
  },
  {
    name: 'what a gateway waited for in vain may have been done',
    exchange: { ...blocked, response: { status: 504, headers: { Server: 'awselb/2.0' } } },
    cause: 'gateway-error',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'a POST that was redirected as a GET: the first server did it',
    exchange: {
      method: 'POST',
      response: { status: 303, headers: allowing(PAGE) },
      redirects: [{ url: 'https://www.example.com/items/7', method: 'GET', sends: 'null', response: {} }],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    notes: ['request-executed'],
    fixable: false,
  },
  {
    name: 'a POST that the page’s own server redirected elsewhere',
    exchange: {
      method: 'POST',
      url: `${PAGE}/items`,
      response: { status: 303 },
      redirects: [{ url: API, method: 'GET', sends: PAGE, response: {} }],
      outcome: 'blocked',
    },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'a redirect that the browser made itself: the server behind it',
    exchange: {
      ...blocked,
      response: { status: 0 },
      redirects: [{ url: API, method: 'POST', response: {} }],
    },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'nobody can tell: a GET that Chrome may have answered from its cache',
    exchange: { response: {}, outcome: 'blocked' },
    unknown: true,
    cause: 'no-cors-headers',
    verdict: 'blocked',
    notes: ['request-executed'],
  },
  {
    name: 'nobody can tell if no response was seen',
    exchange: { method: 'POST', outcome: 'blocked' },
    unknown: true,
    cause: 'local-network-access',
    verdict: 'failed',
    notes: [],
  },
  {
    name: 'not if the browser’s cache answered',
    exchange: { response: { fromCache: true }, outcome: 'blocked' },
    cause: 'cached-without-cors-headers',
    verdict: 'blocked',
    notes: [],
  },
  {
    name: 'not if script could read it',
    exchange: { method: 'POST', response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
    notes: [],
  },
];
