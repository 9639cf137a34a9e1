import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'one of its own',
    exchange: { headers: { 'X-Tenant': '7' }, preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    data: { headers: 'x-tenant' },
    says: ['x-tenant'],
    actions: [],
  },
  {
    name: 'all that are missing, at once',
    exchange: {
      headers: { 'X-B': '1', 'X-A': '2', Accept: 'a/b' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'content-type' }) },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    data: { headers: 'x-a, x-b', count: '2' },
    says: ['x-a, x-b'],
  },
  {
    name: 'content-type',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': 'PUT' }) },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    says: ['JSON'],
  },
  {
    name: 'authorization',
    exchange: { headers: { Authorization: 'Bearer x' }, preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    says: ['authorization'],
  },
  {
    name: 'tracing headers',
    exchange: {
      headers: { 'sentry-trace': '1', baggage: '2' },
      preflight: { status: 204, headers: allowing(PAGE) },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    data: { headers: 'baggage, sentry-trace' },
    actions: ['limit-tracing'],
  },
  {
    name: 'a library’s default',
    exchange: {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      preflight: { status: 204, headers: allowing(PAGE) },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    actions: ['remove-library-header'],
  },
  {
    name: 'a response header in the request',
    exchange: {
      headers: { 'Access-Control-Allow-Origin': '*' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'content-type' }) },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    says: ['access-control-allow-origin', 'request header'],
    actions: ['remove-response-header'],
  },
  {
    name: 'in Firefox',
    exchange: {
      engine: 'firefox',
      headers: { 'X-Tenant': '7' },
      preflight: { status: 204, headers: allowing(PAGE) },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'not if the list has it in another case',
    exchange: {
      headers: { 'X-Tenant': '7' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'X-TENANT' }) },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
];
