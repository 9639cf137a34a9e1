import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a framework answers OPTIONS by itself',
    exchange: { method: 'DELETE', preflight: { status: 200, headers: { Allow: 'GET, DELETE' } } },
    cause: 'preflight-without-cors-headers',
    verdict: 'blocked',
    data: { status: '200' },
    says: ['DELETE', '200'],
    actions: ['add-options-to-cors', 'use-own-server'],
    next: [],
  },
  {
    name: 'in Firefox',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { status: 204 } },
    cause: 'preflight-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'lists are there, the origin is not',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 204,
        headers: { 'Access-Control-Allow-Methods': 'GET', 'Access-Control-Allow-Headers': 'x-a' },
      },
    },
    cause: 'preflight-without-cors-headers',
    verdict: 'blocked',
    next: ['method-not-allowed', 'header-not-allowed'],
  },
  {
    name: 'not if the origin is named',
    exchange: { method: 'DELETE', preflight: { status: 200, headers: allowing(PAGE) } },
    cause: 'method-not-allowed',
    verdict: 'blocked',
  },
];
