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
    says: ['more than once'],
    actions: ['keep-one-layer'],
  },
  {
    name: 'perhaps sent twice, in Firefox',
    exchange: {
      engine: 'firefox',
      credentials: 'include',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true, true' }) },
      outcome: 'blocked',
    },
    unknown: true,
    cause: 'allow-credentials-misspelt',
    verdict: 'blocked',
    says: ['more than once'],
  },
  {
    name: 'a list in one line',
    exchange: {
      credentials: 'include',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true, true' }) },
      outcome: 'blocked',
    },
    cause: 'allow-credentials-misspelt',
    verdict: 'blocked',
    says: ['once and in lower case'],
    actions: ['leave-credentials-out'],
  },
  {
    name: '1, with credentials that the outcome gives away',
    exchange: {
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': '1' }) },
      outcome: 'blocked',
    },
    cause: 'allow-credentials-misspelt',
    verdict: 'blocked',
    data: { value: '1' },
  },
  {
    name: 'likely where only the page tells that it got nothing',
    exchange: {
      engine: 'firefox',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'TRUE' }) },
      readableByScript: false,
    },
    unknown: true,
    cause: 'allow-credentials-misspelt',
    verdict: 'blocked',
  },
  {
    name: 'not for spaces around it',
    exchange: {
      credentials: 'include',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': ' true ' }) },
    },
    cause: 'allowed',
    verdict: 'allowed',
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
