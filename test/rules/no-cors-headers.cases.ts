import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase, STARTED_AT } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a simple GET, 200 without any CORS header',
    exchange: { response: { headers: { 'Content-Type': 'application/json' } }, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    says: ['api.example.com', PAGE],
    actions: ['use-own-server'],
  },
  {
    name: 'the same in Firefox, which reports it as completed',
    exchange: { engine: 'firefox', response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'the server sends the header elsewhere',
    exchange: { id: 'x2', response: {}, outcome: 'blocked' },
    history: [{ id: 'x1', url: 'https://api.example.com/users', response: { headers: allowing(PAGE) } }],
    cause: 'no-cors-headers',
    verdict: 'blocked',
    says: ['elsewhere', 'https://api.example.com/items'],
  },
  {
    name: 'a copy from the cache',
    exchange: { response: { fromCache: true }, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    says: ['cache'],
    actions: ['bypass-cache'],
  },
  {
    name: 'the URL was an image just before',
    exchange: { id: 'x2', startedAt: STARTED_AT + 500, response: {}, outcome: 'blocked' },
    history: [{ id: 'x1', mode: 'no-cors', type: 'image', response: {} }],
    cause: 'no-cors-headers',
    verdict: 'blocked',
    says: ['cache'],
  },
  {
    name: 'not if the status is an error',
    exchange: { response: { status: 500 }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if a preflight passed',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: {},
      outcome: 'blocked',
    },
    cause: 'actual-response-without-cors-headers',
    verdict: 'blocked',
  },
];
