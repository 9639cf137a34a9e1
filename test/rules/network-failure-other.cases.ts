import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an error without a name of its own here',
    exchange: { outcome: { error: 'net::ERR_HTTP2_PROTOCOL_ERROR_XY' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    data: { error: 'net::ERR_HTTP2_PROTOCOL_ERROR_XY' },
    actions: ['open-in-tab'],
  },
  {
    name: 'no network',
    exchange: { outcome: { error: 'net::ERR_INTERNET_DISCONNECTED' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    says: ['can’t be reached'],
  },
];
