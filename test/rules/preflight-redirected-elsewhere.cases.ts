import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'another host',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 308, headers: allowing(PAGE, { Location: 'https://eu.example.com/items' }) },
    },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    says: ['308', 'https://eu.example.com/items'],
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
];
