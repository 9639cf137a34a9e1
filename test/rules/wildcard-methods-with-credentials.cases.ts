import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const ANY_METHOD = {
  status: 204,
  headers: allowing(PAGE, {
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': '*',
  }),
};

export const cases: readonly RuleCase[] = [
  {
    name: 'any method, with cookies',
    exchange: {
      method: 'DELETE',
      credentials: 'include',
      preflight: ANY_METHOD,
    },
    cause: 'wildcard-methods-with-credentials',
    verdict: 'blocked',
    data: { requested: 'DELETE' },
  },
  {
    name: 'both lists',
    exchange: {
      ...PUT_JSON,
      credentials: 'include',
      preflight: {
        status: 204,
        headers: allowing(PAGE, {
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': '*',
          'Access-Control-Allow-Headers': '*',
        }),
      },
    },
    cause: 'wildcard-methods-with-credentials',
    verdict: 'blocked',
    next: ['wildcard-headers-with-credentials'],
  },
  {
    name: 'not without credentials',
    exchange: {
      method: 'DELETE',
      credentials: 'omit',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': '*' }) },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'the outcome gives the credentials away',
    exchange: {
      method: 'DELETE',
      preflight: ANY_METHOD,
    },
    cause: 'wildcard-methods-with-credentials',
    verdict: 'blocked',
  },
  {
    name: 'unknown where it was never seen how it ended',
    exchange: {
      method: 'DELETE',
      preflight: ANY_METHOD,
      outcome: { closed: 'navigation' },
    },
    unknown: true,
    cause: 'credentials-unknown',
    verdict: 'unknown',
  },
];
