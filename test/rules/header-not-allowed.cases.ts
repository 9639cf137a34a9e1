import { allowing, PAGE, type RuleCase } from './rule-case.ts';

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
      headers: { 'X-B': '1', 'X-A': '2', 'Content-Type': 'application/json', Accept: 'a/b' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'content-type' }) },
    },
    cause: 'header-not-allowed',
    verdict: 'blocked',
    data: { headers: 'x-a, x-b', count: '2', asked: 'content-type, x-a, x-b', allowed: 'content-type' },
    says: ['x-a, x-b'],
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
    name: 'not for one that a library adds',
    exchange: { headers: { traceparent: '00-1' }, preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'tracing-header-not-allowed',
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
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      headers: { 'X-Tenant': '7' },
      preflight: { status: 204, headers: allowing(PAGE) },
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
