import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'not on the list',
    exchange: {
      method: 'PATCH',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'GET, POST' }) },
    },
    cause: 'method-not-allowed',
    verdict: 'blocked',
    data: { requested: 'PATCH', allowed: 'GET, POST' },
    says: ['PATCH', 'GET, POST'],
  },
  {
    name: 'no list',
    exchange: { method: 'DELETE', preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'method-not-allowed',
    verdict: 'blocked',
    says: ['DELETE'],
  },
  {
    name: 'and a header as well',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'GET' }) },
    },
    cause: 'method-not-allowed',
    verdict: 'blocked',
    next: ['content-type-not-allowed'],
  },
  {
    name: 'not for POST, which needs no list',
    exchange: {
      method: 'POST',
      headers: { 'X-A': '1' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'x-a' }) },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      method: 'PATCH',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'GET, POST' }) },
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
  {
    name: 'unknown whose preflight it was',
    exchange: {
      method: 'DELETE',
      preflight: { headers: allowing(PAGE), pairing: { confidence: 'likely', candidates: 3 } },
    },
    unknown: true,
    cause: 'method-not-allowed',
    verdict: 'blocked',
    data: { candidates: '3' },
  },
];
