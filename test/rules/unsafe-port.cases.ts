import { PUT_JSON, type RuleCase } from './rule-case.ts';

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
  {
    name: 'in Firefox, on a preflight',
    exchange: {
      ...PUT_JSON,
      engine: 'firefox',
      url: 'http://localhost:6667/',
      preflight: { error: 'NS_ERROR_PORT_ACCESS_NOT_ALLOWED' },
    },
    cause: 'unsafe-port',
    verdict: 'failed',
    data: { port: '6667' },
  },
  {
    name: 'not for another port on which nothing listens',
    exchange: { url: 'http://localhost:6001/', outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    cause: 'connection-refused',
    verdict: 'failed',
  },
  {
    name: 'nobody can tell where the browser only says that it failed',
    exchange: { url: 'http://localhost:6000/', outcome: 'blocked', engine: 'firefox', mode: 'no-cors' },
    cause: 'connection-closed',
    verdict: 'failed',
    unknown: true,
  },
];
