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
  {
    name: 'a name that may lead to a private address',
    exchange: {
      origin: 'https://app.example.com',
      url: 'https://router.example.com/',
      outcome: 'blocked',
    },
    cause: 'local-network-access',
    verdict: 'failed',
    unknown: true,
    says: ['before anything was answered'],
    actions: ['grant-local-network'],
  },
  {
    name: 'not if the page isn’t on https',
    exchange: {
      origin: 'http://app.example.com',
      url: 'http://localhost:8080/',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    cause: 'local-network-insecure-page',
    verdict: 'failed',
  },
  {
    name: 'not if nothing listens there',
    exchange: {
      origin: 'https://app.example.com',
      url: 'http://localhost:8080/',
      outcome: { error: 'net::ERR_CONNECTION_REFUSED' },
    },
    cause: 'connection-refused',
    verdict: 'failed',
  },
];
