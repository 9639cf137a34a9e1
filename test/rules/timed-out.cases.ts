import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'no answer in time',
    exchange: { outcome: { error: 'net::ERR_TIMED_OUT' } },
    cause: 'timed-out',
    verdict: 'failed',
    actions: ['check-reachability'],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', outcome: { error: 'NS_ERROR_NET_TIMEOUT' } },
    cause: 'timed-out',
    verdict: 'failed',
  },
];
