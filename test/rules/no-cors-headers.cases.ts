import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a simple GET, 200 without any CORS header',
    exchange: { response: { headers: { 'Content-Type': 'application/json' } }, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
    data: { status: '200' },
    says: ['api.example.com', PAGE],
    actions: ['use-own-server'],
  },
  {
    name: 'the same in Firefox, which reports it as completed',
    exchange: { engine: 'firefox', response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'the server sends the header elsewhere',
    exchange: { id: 'x2', response: {}, outcome: 'blocked' },
    history: [{ id: 'x1', url: 'https://api.example.com/users', response: { headers: allowing(PAGE) } }],
    cause: 'no-cors-headers',
    verdict: 'blocked',
    data: { asked: 'GET', otherUrl: 'https://api.example.com/users' },
    says: ['elsewhere', 'https://api.example.com/items'],
    actions: ['add-cors-to-route', 'use-own-server'],
  },
  {
    name: 'another server’s header doesn’t count',
    exchange: { id: 'x2', response: {}, outcome: 'blocked' },
    history: [{ id: 'x1', url: 'https://cdn.example.com/users', response: { headers: allowing(PAGE) } }],
    cause: 'no-cors-headers',
    verdict: 'blocked',
    says: ['The response of'],
  },
  {
    name: 'not for a copy from the cache',
    exchange: { response: { fromCache: true }, outcome: 'blocked' },
    cause: 'cached-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the status is an error',
    exchange: { response: { status: 500 }, outcome: 'blocked' },
    cause: 'error-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if a preflight passed',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: {},
      outcome: 'blocked',
    },
    cause: 'actual-response-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if no response was seen',
    exchange: { outcome: 'blocked' },
    cause: 'local-network-access',
    verdict: 'failed',
    unknown: true,
  },
  {
    name: 'its other responses lack the header, too',
    exchange: { id: 'x2', response: {}, outcome: 'blocked' },
    history: [
      { id: 'x1', response: {}, outcome: 'blocked' },
      { id: 'x3', response: {}, outcome: 'blocked' },
    ],
    cause: 'no-cors-headers',
    verdict: 'blocked',
    data: { others: '2' },
    actions: ['use-own-server'],
  },
];
