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
    name: 'a service worker took it over',
    exchange: { outcome: { closed: 'service-worker' } },
    cause: 'closed-unseen',
    verdict: 'unknown',
    says: ['service worker'],
  },
  { name: 'not while it runs', exchange: { outcome: 'pending' }, cause: 'still-running', verdict: 'pending' },
];
