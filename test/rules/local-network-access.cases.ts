import { PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'Chromium’s own word for it',
    exchange: {
      origin: 'https://app.example.com',
      url: 'http://localhost:8080/',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    cause: 'local-network-access',
    verdict: 'failed',
    says: ['permission', 'this computer'],
    actions: ['grant-local-network', 'serve-page-locally'],
  },
  {
    name: 'a printer in the network, in Firefox',
    exchange: {
      engine: 'firefox',
      origin: 'https://app.example.com',
      url: 'http://192.168.0.7/',
      outcome: { error: 'NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED' },
    },
    cause: 'local-network-access',
    verdict: 'failed',
    says: ['the local network'],
  },
  {
    name: 'the preflight failed, and nothing was answered',
    exchange: {
      ...PUT_JSON,
      origin: 'https://app.example.com',
      url: 'http://localhost:8080/',
      preflight: { error: 'net::ERR_FAILED' },
      outcome: { error: 'net::ERR_FAILED' },
    },
    cause: 'local-network-access',
    verdict: 'failed',
  },
];
