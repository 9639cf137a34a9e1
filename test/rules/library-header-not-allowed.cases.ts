import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const WITHOUT_LIST = { status: 204, headers: allowing(PAGE) };
const WITH_LIST = {
  status: 204,
  headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'Content-Type' }),
};

export const cases: readonly RuleCase[] = [
  {
    name: 'X-Requested-With',
    exchange: { headers: { 'X-Requested-With': 'XMLHttpRequest' }, preflight: WITHOUT_LIST },
    cause: 'library-header-not-allowed',
    verdict: 'blocked',
    says: ['x-requested-with'],
    actions: ['remove-library-header'],
  },
  {
    name: 'a CSRF token',
    exchange: { headers: { 'X-CSRFToken': 'x' }, preflight: WITH_LIST },
    cause: 'library-header-not-allowed',
    verdict: 'blocked',
    data: { allowed: 'Content-Type' },
    actions: ['remove-library-header'],
  },
  {
    name: 'against caches',
    exchange: { headers: { 'Cache-Control': 'no-cache', Pragma: 'no-cache' }, preflight: WITHOUT_LIST },
    cause: 'library-header-not-allowed',
    verdict: 'blocked',
    data: { headers: 'cache-control, pragma' },
    actions: ['remove-library-header', 'use-cache-mode'],
  },
  {
    name: 'ngrok’s',
    exchange: { headers: { 'ngrok-skip-browser-warning': '1' }, preflight: WITHOUT_LIST },
    cause: 'library-header-not-allowed',
    verdict: 'blocked',
    actions: [],
  },
  {
    name: 'several of them',
    exchange: {
      headers: { 'X-Requested-With': 'XMLHttpRequest', 'If-None-Match': '"1"' },
      preflight: WITHOUT_LIST,
    },
    cause: 'library-header-not-allowed',
    verdict: 'blocked',
    actions: ['remove-library-header', 'use-cache-mode'],
  },
  {
    name: 'not with one of the application’s own',
    exchange: {
      headers: { 'X-Requested-With': 'XMLHttpRequest', 'X-Tenant': '7' },
      preflight: WITHOUT_LIST,
    },
    cause: 'several-headers-not-allowed',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the request was sent all the same',
    exchange: {
      headers: { Pragma: 'no-cache' },
      preflight: WITHOUT_LIST,
      response: { headers: allowing(PAGE) },
    },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
