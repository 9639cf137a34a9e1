import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'as DevTools says it',
    exchange: { outcome: { error: 'blocked:csp' } },
    cause: 'content-security-policy',
    verdict: 'failed',
    data: { to: 'https://api.example.com' },
    says: [PAGE, 'https://api.example.com'],
    actions: ['extend-policy'],
  },
  {
    name: 'as Firefox says it of a script',
    exchange: { engine: 'firefox', type: 'script', outcome: { error: 'CSP' } },
    cause: 'content-security-policy',
    verdict: 'failed',
  },
  {
    name: 'likely where Firefox ends a redirect without an error of its own',
    exchange: {
      engine: 'firefox',
      credentials: 'omit',
      response: { status: 302, headers: allowing(PAGE, { Location: 'https://eu.example.com/items' }) },
      outcome: { error: 'NS_ERROR_NET_ON_RECEIVING_FROM' },
    },
    cause: 'content-security-policy',
    verdict: 'failed',
    data: { to: 'https://eu.example.com' },
    unknown: true,
  },
  {
    name: 'nobody can tell in Chromium, where several things end a redirect like that',
    exchange: {
      credentials: 'omit',
      response: { status: 302, headers: allowing('*', { Location: 'https://eu.example.com/items' }) },
      outcome: { error: 'net::ERR_ABORTED' },
    },
    cause: 'redirect-refused',
    verdict: 'failed',
    unknown: true,
  },
  {
    name: 'not if the redirect lacks CORS headers',
    exchange: {
      engine: 'firefox',
      response: { status: 302, headers: { Location: 'https://eu.example.com/items' } },
      outcome: { error: 'NS_ERROR_NET_ON_RECEIVING_FROM' },
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
  },
];
