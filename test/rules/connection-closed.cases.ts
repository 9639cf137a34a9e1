import { PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'no answer at all',
    exchange: { outcome: { error: 'net::ERR_EMPTY_RESPONSE' } },
    cause: 'connection-closed',
    verdict: 'failed',
    says: ['api.example.com'],
    actions: ['read-server-log'],
  },
  {
    name: 'on the preflight',
    exchange: {
      ...PUT_JSON,
      preflight: { error: 'net::ERR_FAILED' },
      outcome: { error: 'net::ERR_CONNECTION_RESET' },
    },
    cause: 'connection-closed',
    verdict: 'failed',
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', outcome: { error: 'NS_ERROR_NET_RESET' } },
    cause: 'connection-closed',
    verdict: 'failed',
  },
];
