import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a typo',
    exchange: { url: 'https://api.exmaple.invalid/', outcome: { error: 'net::ERR_NAME_NOT_RESOLVED' } },
    cause: 'name-not-resolved',
    verdict: 'failed',
    data: { hostname: 'api.exmaple.invalid' },
    says: ['api.exmaple.invalid'],
    actions: ['check-the-host-name'],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', outcome: { error: 'NS_ERROR_UNKNOWN_HOST' } },
    cause: 'name-not-resolved',
    verdict: 'failed',
  },
];
