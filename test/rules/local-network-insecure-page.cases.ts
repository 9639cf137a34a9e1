import { PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a page on http asks this computer',
    exchange: {
      origin: 'http://app.example.com',
      url: 'http://localhost:8080/',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    cause: 'local-network-insecure-page',
    verdict: 'failed',
    says: ['http://app.example.com', 'https', 'this computer'],
    actions: ['serve-page-over-https', 'serve-page-from-this-computer'],
  },
  {
    name: 'a frame on https in a page on http',
    exchange: {
      origin: 'https://widget.example.com',
      page: 'http://app.example.com/',
      url: 'http://192.168.0.7/',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    cause: 'local-network-insecure-page',
    verdict: 'failed',
    says: ['http://app.example.com isn’t on https', 'the local network'],
  },
  {
    name: 'a data: page',
    exchange: {
      origin: 'null',
      page: 'data:text/html,hello',
      url: 'http://localhost:8080/',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    cause: 'local-network-insecure-page',
    verdict: 'failed',
  },
  {
    name: 'only likely where the preflight failed and the browser didn’t say why',
    exchange: {
      ...PUT_JSON,
      origin: 'http://app.example.com',
      url: 'http://localhost:8080/',
      preflight: { error: 'net::ERR_FAILED' },
      outcome: { error: 'net::ERR_FAILED' },
    },
    cause: 'local-network-insecure-page',
    verdict: 'failed',
    unknown: true,
  },
  {
    name: 'not for a page on https, which can ask for the permission',
    exchange: {
      origin: 'https://app.example.com',
      url: 'http://localhost:8080/',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    cause: 'local-network-access',
    verdict: 'failed',
  },
  {
    name: 'not for a frame without an origin in a page on https',
    exchange: {
      origin: 'null',
      page: 'https://app.example.com/',
      url: 'http://localhost:8080/',
      outcome: { error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' },
    },
    cause: 'local-network-access',
    verdict: 'failed',
  },
];
