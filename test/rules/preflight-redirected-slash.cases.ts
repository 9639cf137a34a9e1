import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a slash is added',
    exchange: { ...PUT_JSON, preflight: { status: 308, headers: { Location: '/items/' } } },
    cause: 'preflight-redirected-slash',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://api.example.com/items/' },
    says: ['308', 'https://api.example.com/items/'],
    actions: ['call-url-directly', 'turn-slash-redirect-off'],
  },
  {
    name: 'a slash is taken away, with CORS headers',
    exchange: {
      ...PUT_JSON,
      url: 'https://api.example.com/items/',
      preflight: { status: 301, headers: allowing(PAGE, { Location: 'https://api.example.com/items' }) },
    },
    cause: 'preflight-redirected-slash',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'in Firefox',
    exchange: {
      ...PUT_JSON,
      engine: 'firefox',
      preflight: { status: 308, headers: { Location: '/items/' } },
    },
    cause: 'preflight-redirected-slash',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not if the path is another',
    exchange: { ...PUT_JSON, preflight: { status: 308, headers: { Location: '/v2/items/' } } },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'to http, by a server that doesn’t know of its https',
    exchange: {
      ...PUT_JSON,
      origin: 'https://app.example.com',
      preflight: { status: 307, headers: { Location: 'http://api.example.com/items/' } },
    },
    cause: 'preflight-redirected-slash',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'http://api.example.com/items/', call: 'https://api.example.com/items/' },
    says: ['https://api.example.com/items/'],
    actions: ['call-url-directly', 'turn-slash-redirect-off', 'keep-https-in-redirects'],
  },
  {
    name: 'nobody can tell without a Location',
    exchange: { ...PUT_JSON, preflight: { status: 308 } },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    unknown: true,
  },
];
