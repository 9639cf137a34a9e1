import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const WITHOUT_LIST = { status: 204, headers: allowing(PAGE) };

export const cases: readonly RuleCase[] = [
  {
    name: 'Access-Control-Allow-Origin',
    exchange: {
      headers: { 'Access-Control-Allow-Origin': '*' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'content-type' }) },
    },
    cause: 'response-header-sent-in-request',
    verdict: 'blocked',
    says: ['access-control-allow-origin', 'request header'],
    actions: ['remove-response-header'],
  },
  {
    name: 'with others that aren’t allowed either',
    exchange: {
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': '*',
        Authorization: 'x',
        'X-Requested-With': 'x',
      },
      preflight: WITHOUT_LIST,
    },
    cause: 'response-header-sent-in-request',
    verdict: 'blocked',
    data: {
      headers: 'access-control-allow-methods, access-control-allow-origin',
      others: 'authorization, x-requested-with',
    },
    actions: ['remove-response-header'],
  },
  {
    name: 'not if the server allows it',
    exchange: {
      headers: { 'Access-Control-Allow-Origin': '*', 'X-Tenant': '7' },
      preflight: {
        status: 204,
        headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'access-control-allow-origin' }),
      },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      headers: { 'Access-Control-Allow-Origin': '*' },
      preflight: WITHOUT_LIST,
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
