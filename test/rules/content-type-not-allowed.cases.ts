import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

const WITHOUT_LIST = {
  status: 204,
  headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'PUT' }),
};

export const cases: readonly RuleCase[] = [
  {
    name: 'JSON',
    exchange: { ...PUT_JSON, preflight: WITHOUT_LIST },
    cause: 'content-type-not-allowed',
    verdict: 'blocked',
    says: ['JSON'],
    actions: [],
  },
  {
    name: 'where only the token is allowed',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 204,
        headers: { ...WITHOUT_LIST.headers, 'Access-Control-Allow-Headers': 'Authorization' },
      },
    },
    cause: 'content-type-not-allowed',
    verdict: 'blocked',
    data: { asked: 'content-type', allowed: 'Authorization' },
  },
  {
    name: 'a GET, which has no body',
    exchange: {
      headers: { 'Content-Type': 'application/json' },
      preflight: { status: 204, headers: allowing(PAGE) },
    },
    cause: 'content-type-not-allowed',
    verdict: 'blocked',
    says: ['no use for'],
    actions: ['leave-content-type-out'],
  },
  {
    name: 'not if a header of the application is missing as well',
    exchange: {
      ...PUT_JSON,
      headers: { 'Content-Type': 'application/json', 'X-Tenant': '7' },
      preflight: WITHOUT_LIST,
    },
    cause: 'several-headers-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'not for the type of a plain form',
    exchange: {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=utf-8' },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: { ...PUT_JSON, preflight: WITHOUT_LIST, response: { headers: ALLOWS_PUT_JSON } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
