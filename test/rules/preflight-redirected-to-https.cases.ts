import { PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the same host on https',
    exchange: {
      ...PUT_JSON,
      url: 'http://api.example.com/items',
      preflight: { status: 301, headers: { Location: 'https://api.example.com/items' } },
    },
    cause: 'preflight-redirected-to-https',
    verdict: 'blocked',
    fixable: false,
    says: ['http://api.example.com/items', '301'],
    actions: ['call-url-directly'],
  },
  {
    name: 'made by HSTS',
    exchange: {
      ...PUT_JSON,
      url: 'http://api.example.com/items',
      preflight: {
        status: 307,
        headers: { Location: 'https://api.example.com/items', 'Non-Authoritative-Reason': 'HSTS' },
      },
    },
    cause: 'preflight-redirected-to-https',
    verdict: 'blocked',
    fixable: false,
    says: ['HSTS'],
    actions: ['call-url-directly'],
  },
  {
    name: 'not if the host is another',
    exchange: {
      ...PUT_JSON,
      url: 'http://api.example.com/items',
      preflight: { status: 301, headers: { Location: 'https://eu.example.com/items' } },
    },
    cause: 'preflight-redirected-to-other-host',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell without a Location',
    exchange: { ...PUT_JSON, url: 'http://api.example.com/items', preflight: { status: 301 } },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    unknown: true,
  },
];
