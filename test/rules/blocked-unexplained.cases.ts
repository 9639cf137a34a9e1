import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'script got what it may not read',
    exchange: { credentials: 'omit', response: {}, outcome: 'completed' },
    cause: 'blocked-unexplained',
    verdict: 'unknown',
    says: ['doesn’t tell'],
  },
  {
    name: 'no response was shown, and success doesn’t mean that script could read it',
    exchange: { engine: 'firefox', outcome: 'completed' },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
  {
    name: 'not if its headers fit the outcome',
    exchange: { credentials: 'omit', response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
];
