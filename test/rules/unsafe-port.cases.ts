import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'X11',
    exchange: { url: 'http://localhost:6000/', outcome: { error: 'net::ERR_UNSAFE_PORT' } },
    cause: 'unsafe-port',
    verdict: 'failed',
    data: { port: '6000' },
    says: ['6000'],
    actions: ['choose-another-port'],
  },
];
