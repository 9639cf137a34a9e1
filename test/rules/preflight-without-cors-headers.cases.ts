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
    name: 'while its other responses have the header',
    exchange: { ...PUT_JSON, id: 'x2', preflight: { status: 204 } },
    history: [{ id: 'x1', response: { headers: allowing(PAGE) } }],
    cause: 'preflight-without-cors-headers',
    verdict: 'blocked',
    data: { asked: 'GET', otherUrl: 'https://api.example.com/items' },
    actions: ['add-options-to-cors'],
  },
  {
    name: 'in Firefox',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { status: 204 } },
    cause: 'preflight-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the origin is named',
    exchange: { method: 'DELETE', preflight: { status: 200, headers: allowing(PAGE) } },
    cause: 'method-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'not if no answer was seen',
    exchange: { ...PUT_JSON, preflight: { error: 'none' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
