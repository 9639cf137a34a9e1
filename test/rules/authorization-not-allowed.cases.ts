import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const WITH_TOKEN = { headers: { Authorization: 'Bearer x' } } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'no list',
    exchange: { ...WITH_TOKEN, preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'authorization-not-allowed',
    verdict: 'blocked',
    says: ['authorization', 'token'],
    actions: [],
  },
  {
    name: 'not on the list',
    exchange: {
      ...WITH_TOKEN,
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'Content-Type' }) },
    },
    cause: 'authorization-not-allowed',
    verdict: 'blocked',
    data: { asked: 'authorization', allowed: 'Content-Type' },
  },
  {
    name: 'not for a wildcard, which browsers let cover it',
    exchange: {
      ...WITH_TOKEN,
      credentials: 'omit',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': '*' }) },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not for a wildcard with cookies',
    exchange: {
      ...WITH_TOKEN,
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
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      ...WITH_TOKEN,
      preflight: { status: 204, headers: allowing(PAGE) },
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
