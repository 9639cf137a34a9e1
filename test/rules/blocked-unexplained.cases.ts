import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'script got what it may not read',
    exchange: { credentials: 'omit', response: {}, outcome: 'completed' },
    cause: 'blocked-unexplained',
    verdict: 'unknown',
    says: ['doesn’t tell'],
  },
];
