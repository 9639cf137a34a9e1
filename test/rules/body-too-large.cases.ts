import { ALLOWS_PUT_JSON, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'after the preflight passed',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { status: 413, headers: { Server: 'nginx' } },
      outcome: 'blocked',
    },
    cause: 'body-too-large',
    verdict: 'blocked',
    data: { code: '413' },
    says: ['413', 'PUT'],
    actions: ['raise-body-limit', 'send-cors-headers-on-errors'],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', method: 'POST', response: { status: 413 }, outcome: 'blocked' },
    cause: 'body-too-large',
    verdict: 'blocked',
  },
  {
    name: 'not for a URL that is too long',
    exchange: { response: { status: 414 }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the connection was closed during the upload',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      outcome: { error: 'net::ERR_CONNECTION_RESET' },
    },
    cause: 'connection-closed',
    verdict: 'failed',
    unknown: true,
  },
];
