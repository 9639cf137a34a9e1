import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const ANY_HEADER = {
  status: 204,
  headers: allowing(PAGE, {
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Headers': '*',
  }),
};

export const cases: readonly RuleCase[] = [
  {
    name: 'any header, with cookies',
    exchange: {
      headers: { 'X-Api-Key': 'x' },
      credentials: 'include',
      preflight: ANY_HEADER,
    },
    cause: 'wildcard-headers-with-credentials',
    verdict: 'blocked',
    data: { headers: 'x-api-key' },
    actions: ['leave-credentials-out'],
  },
  {
    name: 'not without credentials',
    exchange: {
      headers: { 'X-Api-Key': 'x' },
      credentials: 'omit',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': '*' }) },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'the outcome gives the credentials away',
    exchange: {
      headers: { 'X-Api-Key': 'x' },
      preflight: ANY_HEADER,
    },
    cause: 'wildcard-headers-with-credentials',
    verdict: 'blocked',
  },
  {
    name: 'unknown where it was never seen how it ended',
    exchange: {
      headers: { 'X-Api-Key': 'x' },
      preflight: ANY_HEADER,
      outcome: { closed: 'navigation' },
    },
    unknown: true,
    cause: 'credentials-unknown',
    verdict: 'unknown',
  },
];
