import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'no end, no answer',
    exchange: { outcome: { closed: 'timeout' } },
    cause: 'closed-unseen',
    verdict: 'failed',
    says: ['never reported'],
  },
  {
    name: 'not if a service worker took it over',
    exchange: { outcome: { closed: 'service-worker' } },
    cause: 'answered-by-service-worker',
    verdict: 'unknown',
  },
  {
    name: 'nobody can tell while it runs',
    exchange: { outcome: 'pending' },
    cause: 'still-running',
    verdict: 'pending',
    unknown: true,
  },
];
