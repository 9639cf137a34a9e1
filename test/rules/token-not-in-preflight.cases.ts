import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const withToken = { headers: { Authorization: '[masked: Bearer, 40 characters]' } } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'authentication stands before CORS',
    exchange: { ...withToken, preflight: { status: 401 } },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    notes: ['token-not-in-preflight'],
  },
  {
    name: 'a key in a header of its own',
    exchange: { headers: { 'X-Api-Key': '[masked: 32 characters]' }, preflight: { status: 403 } },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    notes: ['token-not-in-preflight'],
  },
  {
    name: 'off to where one signs in',
    exchange: {
      ...withToken,
      preflight: { status: 302, headers: { Location: 'https://id.example.com/login' } },
    },
    cause: 'preflight-redirected-to-login',
    verdict: 'blocked',
    notes: ['token-not-in-preflight'],
    fixable: false,
  },
  {
    name: 'not if the preflight was refused for another reason',
    exchange: { ...withToken, preflight: { status: 404 } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
    notes: [],
  },
  {
    name: 'not if nothing asks the preflight who it is',
    exchange: { ...withToken, preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'authorization-not-allowed',
    verdict: 'blocked',
    notes: [],
  },
  {
    name: 'not for a header that is no token',
    exchange: { headers: { 'X-Request-Id': '7' }, preflight: { status: 401 } },
    cause: 'preflight-unauthorized',
    verdict: 'blocked',
    notes: [],
  },
  {
    name: 'nobody can tell if the preflight’s answer wasn’t seen',
    exchange: { ...withToken, preflight: { error: 'none' }, outcome: { closed: 'timeout' } },
    unknown: true,
    cause: 'closed-unseen',
    verdict: 'failed',
    notes: [],
  },
];
