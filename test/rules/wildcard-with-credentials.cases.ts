import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a cookie was sent',
    exchange: { credentials: 'include', response: { headers: allowing('*') }, outcome: 'blocked' },
    cause: 'wildcard-with-credentials',
    verdict: 'blocked',
    says: [PAGE],
    actions: ['match-origin-on-server', 'leave-credentials-out'],
    next: [],
  },
  {
    name: 'with Access-Control-Allow-Credentials',
    exchange: {
      credentials: 'include',
      response: { headers: allowing('*', { 'Access-Control-Allow-Credentials': 'true' }) },
      outcome: 'blocked',
    },
    cause: 'wildcard-with-credentials',
    verdict: 'blocked',
  },
  {
    name: 'on the preflight',
    exchange: {
      ...PUT_JSON,
      credentials: 'include',
      preflight: {
        status: 204,
        headers: { ...ALLOWS_PUT_JSON, ...allowing('*', { 'Access-Control-Allow-Credentials': 'true' }) },
      },
    },
    cause: 'wildcard-with-credentials',
    verdict: 'blocked',
  },
  {
    name: 'the outcome gives the credentials away',
    exchange: { response: { headers: allowing('*') }, outcome: 'blocked' },
    cause: 'wildcard-with-credentials',
    verdict: 'blocked',
  },
  {
    name: 'not without credentials',
    exchange: { credentials: 'omit', response: { headers: allowing('*') } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'likely where only the page tells that it got nothing',
    exchange: { engine: 'firefox', response: { headers: allowing('*') }, readableByScript: false },
    unknown: true,
    cause: 'wildcard-with-credentials',
    verdict: 'blocked',
  },
  {
    name: 'unknown where nothing tells',
    exchange: { engine: 'firefox', response: { headers: allowing('*') } },
    unknown: true,
    cause: 'credentials-unknown',
    verdict: 'unknown',
  },
];
