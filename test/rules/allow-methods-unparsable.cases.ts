import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'spaces for commas',
    exchange: {
      method: 'PUT',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'GET PUT POST' }) },
    },
    cause: 'allow-methods-unparsable',
    verdict: 'blocked',
    data: { value: 'GET PUT POST' },
    says: ['GET PUT POST'],
  },
  {
    name: 'and headers as well',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 204,
        headers: allowing(PAGE, {
          'Access-Control-Allow-Methods': 'GET;PUT',
          'Access-Control-Allow-Headers': 'x-a;x-b',
        }),
      },
    },
    cause: 'allow-methods-unparsable',
    verdict: 'blocked',
    next: ['allow-headers-unparsable'],
  },
  {
    name: 'not with commas',
    exchange: {
      method: 'PUT',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'GET,PUT' }) },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      method: 'PUT',
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'GET PUT' }) },
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
