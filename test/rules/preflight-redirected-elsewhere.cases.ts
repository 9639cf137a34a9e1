import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'another version',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 308, headers: allowing(PAGE, { Location: '/v2/items' }) },
    },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    says: ['308', 'https://api.example.com/v2/items'],
    actions: ['call-url-directly'],
  },
  {
    name: 'without a Location',
    exchange: { ...PUT_JSON, preflight: { status: 302 } },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    says: ['302'],
    actions: ['answer-before-redirect'],
  },
  {
    name: 'not if the request itself is redirected',
    exchange: {
      response: { status: 302, headers: { Location: 'https://eu.example.com/items' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'from https to http, which the page may not call',
    exchange: {
      ...PUT_JSON,
      origin: 'https://app.example.com',
      preflight: { status: 301, headers: { Location: 'http://api.example.com/v2/items' } },
    },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    actions: ['call-url-directly', 'keep-https-in-redirects'],
  },
  {
    name: 'nobody can tell where the preflight’s response wasn’t seen',
    exchange: { ...PUT_JSON, engine: 'firefox', outcome: 'blocked' },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
