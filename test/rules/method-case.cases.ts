import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the page writes patch',
    exchange: {
      method: 'patch',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'GET, PATCH' }) },
    },
    cause: 'method-case',
    verdict: 'blocked',
    data: { requested: 'patch', allowed: 'PATCH' },
    says: ['patch', 'PATCH'],
    actions: ['write-method-in-upper-case'],
  },
  {
    name: 'the server writes put',
    exchange: {
      method: 'PUT',
      preflight: {
        status: 204,
        headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'get, put, delete' }),
      },
    },
    cause: 'method-case',
    verdict: 'blocked',
    data: { requested: 'PUT', allowed: 'put' },
    actions: [],
  },
  {
    name: 'not if it is missing in any case',
    exchange: {
      method: 'patch',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'PUT' }) },
    },
    cause: 'method-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      method: 'patch',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'PATCH' }) },
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
