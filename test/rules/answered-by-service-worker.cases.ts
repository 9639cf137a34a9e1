import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a service worker took it over',
    exchange: { outcome: { closed: 'service-worker' } },
    cause: 'answered-by-service-worker',
    verdict: 'unknown',
    says: ['service worker', PAGE],
  },
  {
    name: 'not if the server answered, and the end wasn’t seen for another reason',
    exchange: {
      credentials: 'omit',
      response: { headers: allowing(PAGE) },
      outcome: { closed: 'tab-closed' },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'no end was seen: it may have been one',
    exchange: { outcome: { closed: 'timeout' } },
    cause: 'closed-unseen',
    verdict: 'failed',
    unknown: true,
  },
];
