import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a region',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 308, headers: allowing(PAGE, { Location: 'https://eu.example.com/items' }) },
    },
    cause: 'preflight-redirected-to-other-host',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://eu.example.com/items' },
    says: ['308', 'https://eu.example.com/items', 'api.example.com'],
    actions: ['call-url-directly'],
  },
  {
    name: 'with www, on https at the same time',
    exchange: {
      ...PUT_JSON,
      url: 'http://example.com/items',
      preflight: { status: 301, headers: { Location: 'https://www.example.com/items/' } },
    },
    cause: 'preflight-redirected-to-other-host',
    verdict: 'blocked',
    fixable: false,
    says: ['https://www.example.com/items/'],
  },
  {
    name: 'in Firefox, losing https on the way',
    exchange: {
      ...PUT_JSON,
      engine: 'firefox',
      origin: 'https://app.example.com',
      preflight: { status: 301, headers: { Location: 'http://www.example.com/items' } },
    },
    cause: 'preflight-redirected-to-other-host',
    verdict: 'blocked',
    fixable: false,
    data: { call: 'https://www.example.com/items' },
    actions: ['call-url-directly', 'keep-https-in-redirects'],
  },
  {
    name: 'not if the path is another, too',
    exchange: { ...PUT_JSON, preflight: { status: 302, headers: { Location: 'https://eu.example.com/v2' } } },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not if the other host is there to sign in',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 302, headers: { Location: 'https://sso.example.com/items' } },
    },
    cause: 'preflight-redirected-to-login',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell without a Location',
    exchange: { ...PUT_JSON, preflight: { status: 301, headers: allowing(PAGE) } },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    unknown: true,
  },
];
