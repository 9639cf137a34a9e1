import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'True',
    exchange: {
      credentials: 'include',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'True' }) },
      outcome: 'blocked',
    },
    cause: 'allow-credentials-misspelt',
    verdict: 'blocked',
    data: { value: 'True' },
    says: ['True'],
  },
  {
    name: 'sent twice',
    exchange: {
      credentials: 'include',
      response: {
        headers: [
          ['Access-Control-Allow-Origin', PAGE],
          ['Access-Control-Allow-Credentials', 'true'],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      },
      outcome: 'blocked',
    },
    cause: 'allow-credentials-misspelt',
    verdict: 'blocked',
    data: { value: 'true, true' },
  },
  {
    name: 'empty',
    exchange: {
      credentials: 'include',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': '' }) },
      outcome: 'blocked',
    },
    cause: 'allow-credentials-misspelt',
    verdict: 'blocked',
    says: ['without a value'],
  },
  {
    name: 'not for true',
    exchange: {
      credentials: 'include',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' }) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
];
