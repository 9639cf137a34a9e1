import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a name that nothing corrects',
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
  {
    name: 'a typo of localhost',
    exchange: { url: 'http://loclahost:3000/', outcome: { error: 'net::ERR_NAME_NOT_RESOLVED' } },
    cause: 'name-not-resolved',
    verdict: 'failed',
    data: { hostname: 'loclahost', likely: 'localhost' },
    says: ['typo of localhost'],
    actions: ['write-the-likely-name', 'check-the-host-name'],
  },
  {
    name: 'a variable without a value',
    exchange: { url: 'https://undefined/items', outcome: { error: 'net::ERR_NAME_NOT_RESOLVED' } },
    cause: 'name-not-resolved',
    verdict: 'failed',
    says: ['undefined', 'variable'],
    actions: ['set-the-variable'],
  },
  {
    name: 'a URL pasted behind a scheme',
    exchange: {
      url: 'https://http//api.example.com/items',
      outcome: { error: 'net::ERR_NAME_NOT_RESOLVED' },
    },
    cause: 'name-not-resolved',
    verdict: 'failed',
    says: ['two schemes'],
    actions: ['write-one-scheme'],
  },
  {
    name: 'a service of Docker Compose',
    exchange: { url: 'http://backend:8000/items', outcome: { error: 'net::ERR_NAME_NOT_RESOLVED' } },
    cause: 'name-not-resolved',
    verdict: 'failed',
    actions: ['call-the-published-address', 'check-the-host-name'],
  },
  {
    name: 'not if the host is known and nothing listens there',
    exchange: { outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    cause: 'connection-refused',
    verdict: 'failed',
  },
  {
    name: 'nobody can tell where a proxy is what can’t be found',
    exchange: { engine: 'firefox', outcome: { error: 'NS_ERROR_UNKNOWN_PROXY_HOST' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
