import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an ad blocker',
    exchange: { url: 'https://ads.example.com/track', outcome: { error: 'net::ERR_BLOCKED_BY_CLIENT' } },
    cause: 'blocked-by-client',
    verdict: 'failed',
    says: ['extension', 'ads.example.com'],
    actions: ['turn-blockers-off'],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', outcome: { error: 'NS_ERROR_ABORT' } },
    cause: 'blocked-by-client',
    verdict: 'failed',
  },
];
