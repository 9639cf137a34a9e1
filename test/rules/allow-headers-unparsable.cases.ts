import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'semicolons',
    exchange: {
      headers: { 'X-Api-Key': 'x' },
      preflight: {
        status: 204,
        headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'Content-Type; X-Api-Key' }),
      },
    },
    cause: 'allow-headers-unparsable',
    verdict: 'blocked',
    data: { value: 'Content-Type; X-Api-Key' },
  },
  {
    name: 'nothing that can be kept, nothing that is asked for',
    exchange: {
      method: 'PUT',
      preflight: {
        status: 204,
        headers: allowing(PAGE, {
          'Access-Control-Allow-Methods': 'PUT',
          'Access-Control-Allow-Headers': '@',
        }),
      },
    },
    cause: 'allow-headers-unparsable',
    verdict: 'blocked',
  },
  {
    name: 'in Firefox',
    exchange: {
      engine: 'firefox',
      headers: { 'X-Api-Key': 'x' },
      preflight: {
        status: 204,
        headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'Content-Type X-Api-Key' }),
      },
    },
    cause: 'allow-headers-unparsable',
    verdict: 'blocked',
  },
  {
    name: 'not for empty items',
    exchange: {
      headers: { 'X-A': 'x' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': ', x-a,' }) },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      headers: { 'X-Api-Key': 'x' },
      preflight: {
        status: 204,
        headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'Content-Type; X-Api-Key' }),
      },
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
