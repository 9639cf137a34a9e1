import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'on the answer',
    exchange: { credentials: 'include', response: { headers: allowing(PAGE) }, outcome: 'blocked' },
    cause: 'allow-credentials-missing',
    verdict: 'blocked',
    says: ['missing from its response'],
    actions: ['leave-credentials-out'],
  },
  {
    name: 'on the preflight',
    exchange: { ...PUT_JSON, credentials: 'include', preflight: { status: 204, headers: ALLOWS_PUT_JSON } },
    cause: 'allow-credentials-missing',
    verdict: 'blocked',
    says: ['the preflight’s response'],
  },
  {
    name: 'not without credentials',
    exchange: { credentials: 'same-origin', response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'the outcome gives the credentials away',
    exchange: { response: { headers: allowing(PAGE) }, outcome: 'blocked' },
    cause: 'allow-credentials-missing',
    verdict: 'blocked',
  },
  {
    name: 'likely where only the page tells that it got nothing',
    exchange: { engine: 'firefox', response: { headers: allowing(PAGE) }, readableByScript: false },
    unknown: true,
    cause: 'allow-credentials-missing',
    verdict: 'blocked',
  },
  {
    name: 'unknown where nothing tells',
    exchange: { engine: 'firefox', response: { headers: allowing(PAGE) } },
    unknown: true,
    cause: 'credentials-unknown',
    verdict: 'unknown',
  },
  {
    name: 'null is allowed, and had better not be with credentials',
    exchange: {
      origin: 'null',
      credentials: 'include',
      response: { headers: allowing('null') },
      outcome: 'blocked',
    },
    cause: 'allow-credentials-missing',
    verdict: 'blocked',
    fixable: false,
    actions: ['leave-credentials-out'],
  },
];
