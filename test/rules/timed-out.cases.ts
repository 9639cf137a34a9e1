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
  {
    name: 'not if the page’s own patience ended',
    exchange: { outcome: { error: 'net::ERR_ABORTED' } },
    cause: 'aborted',
    verdict: 'failed',
  },
  {
    name: 'nobody can tell where the browser never reported an end',
    exchange: { outcome: { closed: 'timeout' } },
    cause: 'closed-unseen',
    verdict: 'failed',
    unknown: true,
  },
];
