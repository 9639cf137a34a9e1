import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, trusted } from './origins.ts';

const saying = (value: string) => ({
  credentials: 'omit' as const,
  response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': value }) },
});

export const cases: readonly AdviceCase[] = [
  {
    name: 'false and True',
    traffic: [saying('false'), saying('True')],
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: ['Access-Control-Allow-Credentials: false, True'],
      actions: ['true-or-nothing'],
    },
  },
  { name: 'not true', traffic: [trusted(OWN)], advice: null },
  { name: 'not if it isn’t there', traffic: [{ response: { headers: allowing(PAGE) } }], advice: null },
  {
    name: 'unknown whether the request had credentials, which it would have been refused for',
    traffic: [{ ...saying('false'), engine: 'firefox', credentials: 'unknown' }],
    unknown: true,
    advice: null,
  },
];
