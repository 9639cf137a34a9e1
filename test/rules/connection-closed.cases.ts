import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

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
  {
    name: 'in Firefox without an error of its own, after a preflight that passes either way',
    exchange: {
      engine: 'firefox',
      method: 'PUT',
      preflight: {
        headers: allowing(PAGE, {
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': 'PUT',
        }),
      },
      outcome: { error: 'NS_ERROR_NET_ON_RECEIVING_FROM' },
    },
    cause: 'connection-closed',
    verdict: 'failed',
  },
  {
    name: 'the same after a preflight that passes only without credentials: it did pass',
    exchange: {
      engine: 'firefox',
      ...PUT_JSON,
      preflight: { headers: ALLOWS_PUT_JSON },
      outcome: { error: 'NS_ERROR_NET_ON_RECEIVING_FROM' },
    },
    cause: 'connection-closed',
    verdict: 'failed',
  },
  {
    name: 'the same after a redirect',
    exchange: {
      engine: 'firefox',
      method: 'PUT',
      preflight: { headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'PUT' }) },
      response: { status: 307, headers: allowing(PAGE) },
      redirects: [
        {
          url: 'https://eu.example.com/items',
          sends: 'null',
          preflight: { headers: allowing('*', { 'Access-Control-Allow-Methods': 'PUT' }) },
        },
      ],
      outcome: { error: 'NS_ERROR_NET_ON_RECEIVING_FROM' },
    },
    cause: 'connection-closed',
    verdict: 'failed',
  },
  {
    name: 'on the preflight in Firefox, which then refuses it like one that was answered',
    exchange: {
      engine: 'firefox',
      ...PUT_JSON,
      preflight: { error: 'NS_ERROR_DOM_BAD_URI' },
      outcome: 'blocked',
    },
    cause: 'connection-closed',
    verdict: 'failed',
    unknown: true,
  },
  {
    name: 'not if Firefox shows no preflight although one was needed: its answer may be what was refused',
    exchange: { engine: 'firefox', ...PUT_JSON, outcome: 'blocked' },
    cause: 'network-failure-other',
    verdict: 'failed',
  },
  {
    name: 'again and again',
    exchange: { outcome: { error: 'net::ERR_EMPTY_RESPONSE' } },
    history: [
      { id: 'first', outcome: { error: 'net::ERR_CONNECTION_RESET' } },
      { id: 'second', outcome: { error: 'net::ERR_EMPTY_RESPONSE' } },
      { id: 'other', url: 'https://api.example.com/users', outcome: { error: 'net::ERR_EMPTY_RESPONSE' } },
      { id: 'cancelled', outcome: { error: 'net::ERR_ABORTED' } },
    ],
    cause: 'connection-closed',
    verdict: 'failed',
    data: { others: '2' },
  },
];
