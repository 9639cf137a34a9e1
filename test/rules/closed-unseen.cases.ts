import { PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'no end, no answer',
    exchange: { outcome: { closed: 'timeout' } },
    cause: 'closed-unseen',
    verdict: 'failed',
    says: ['never reported'],
  },
  {
    name: 'after a redirect, nothing: it may have gone on at a site that is kept from extensions',
    exchange: {
      credentials: 'omit',
      response: {
        status: 302,
        headers: { Location: 'https://other.example.com/', 'Access-Control-Allow-Origin': PAGE },
      },
      redirectUrl: 'https://other.example.com/',
      outcome: { closed: 'timeout' },
    },
    cause: 'closed-unseen',
    verdict: 'unknown',
    says: ['never reported'],
  },
  {
    name: 'the recording was interrupted: it may have ended well',
    exchange: { outcome: { closed: 'recorder-stopped' } },
    cause: 'closed-unseen',
    verdict: 'unknown',
    says: ['has no end'],
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
