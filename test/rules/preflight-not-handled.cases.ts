import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: '404 without CORS headers',
    exchange: { ...PUT_JSON, preflight: { status: 404 } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    data: { code: '404' },
    says: ['404', 'https://api.example.com/items'],
    actions: ['route-options'],
    next: [],
  },
  {
    name: '405',
    exchange: { ...PUT_JSON, preflight: { status: 405, headers: { Allow: 'GET, PUT' } } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    says: ['405'],
  },
  {
    name: '501',
    exchange: { method: 'POST', preflight: { status: 501, asksForHeaders: [] } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    says: ['501'],
  },
  {
    name: '405 with all CORS headers',
    exchange: { ...PUT_JSON, preflight: { status: 405, headers: ALLOWS_PUT_JSON } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    says: ['405', 'CORS headers'],
  },
  {
    name: '404 with a list that lacks the method',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 404,
        headers: allowing(PAGE, {
          'Access-Control-Allow-Methods': 'DELETE',
          'Access-Control-Allow-Headers': 'content-type',
        }),
      },
    },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    next: ['method-not-allowed'],
  },
  {
    name: 'a rate limit',
    exchange: { ...PUT_JSON, preflight: { status: 429 } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    says: ['429', 'rate limit'],
  },
  {
    name: 'a status that is neither error nor redirect',
    exchange: { ...PUT_JSON, preflight: { status: 304, headers: ALLOWS_PUT_JSON } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    says: ['304'],
  },
  {
    name: 'in Firefox',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { status: 404 } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
  },
  {
    name: 'not if the status is fine',
    exchange: { ...PUT_JSON, preflight: { status: 200 } },
    cause: 'preflight-without-cors-headers',
    verdict: 'blocked',
  },
];
