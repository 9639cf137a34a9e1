import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'any header, with cookies',
    exchange: {
      headers: { 'X-Api-Key': 'x' },
      credentials: 'include',
      preflight: {
        status: 204,
        headers: allowing(PAGE, {
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Headers': '*',
        }),
      },
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
];
