import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const WITHOUT_LIST = { status: 204, headers: allowing(PAGE) };

export const cases: readonly RuleCase[] = [
  {
    name: 'JSON with a token',
    exchange: {
      method: 'POST',
      headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
      preflight: WITHOUT_LIST,
    },
    cause: 'several-headers-not-allowed',
    verdict: 'blocked',
    data: { headers: 'authorization, content-type', count: '2' },
    says: ['2', 'authorization, content-type'],
    actions: [],
  },
  {
    name: 'some of which libraries add',
    exchange: {
      headers: { Authorization: 'x', 'sentry-trace': '1', Pragma: 'no-cache', 'X-Tenant': '7' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'x-tenant' }) },
    },
    cause: 'several-headers-not-allowed',
    verdict: 'blocked',
    data: {
      headers: 'authorization, pragma, sentry-trace',
      added: 'pragma, sentry-trace',
      allowed: 'x-tenant',
    },
    actions: ['limit-sentry', 'remove-library-header', 'use-cache-mode'],
  },
  {
    name: 'not if all are the application’s own',
    exchange: { headers: { 'X-A': '1', 'X-B': '2' }, preflight: WITHOUT_LIST },
    cause: 'header-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'not if all but one are allowed',
    exchange: {
      headers: { Authorization: 'x', 'X-Tenant': '7' },
      preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'x-tenant' }) },
    },
    cause: 'authorization-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      headers: { Authorization: 'x', 'X-Tenant': '7' },
      preflight: WITHOUT_LIST,
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
