import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the local server is down',
    exchange: { url: 'http://localhost:8080/items', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    cause: 'connection-refused',
    verdict: 'failed',
    data: { port: '8080' },
    says: ['8080', 'this computer'],
    actions: ['start-the-server'],
  },
  {
    name: 'a remote one',
    exchange: { outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    cause: 'connection-refused',
    verdict: 'failed',
    data: { port: '443', hostname: 'api.example.com' },
    actions: ['check-host-and-port'],
  },
  {
    name: 'in Firefox, on the preflight',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { error: 'NS_ERROR_CONNECTION_REFUSED' } },
    cause: 'connection-refused',
    verdict: 'failed',
  },
  {
    name: 'not if the connection was dropped later',
    exchange: { outcome: { error: 'net::ERR_CONNECTION_RESET' } },
    cause: 'connection-closed',
    verdict: 'failed',
  },
  {
    name: 'of a server that answered before',
    exchange: { url: 'http://localhost:8080/items', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    history: [{ id: 'before', url: 'http://localhost:8080/users', response: { headers: allowing(PAGE) } }],
    cause: 'connection-refused',
    verdict: 'failed',
  },
  {
    name: 'nobody can tell behind a proxy that isn’t there',
    exchange: { engine: 'firefox', outcome: { error: 'NS_ERROR_PROXY_CONNECTION_REFUSED' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
