import { ALLOWS_PUT_JSON, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'headers on OPTIONS only',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { status: 201 },
      outcome: 'blocked',
    },
    cause: 'actual-response-without-cors-headers',
    verdict: 'blocked',
    says: ['PUT', '201'],
    actions: ['add-cors-to-route'],
  },
  {
    name: 'in Firefox',
    exchange: {
      ...PUT_JSON,
      engine: 'firefox',
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: {},
      outcome: 'blocked',
    },
    cause: 'actual-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'the preflight was cached, and its answer isn’t shown',
    exchange: { ...PUT_JSON, response: {}, outcome: 'blocked' },
    cause: 'actual-response-without-cors-headers',
    verdict: 'blocked',
    unknown: true,
  },
  {
    name: 'not without a preflight',
    exchange: { response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
];
