import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'with the time to wait',
    exchange: { response: { status: 429, headers: { 'Retry-After': '30' } }, outcome: 'blocked' },
    cause: 'rate-limit',
    verdict: 'blocked',
    data: { retryAfter: '30' },
    says: ['429'],
    actions: ['slow-down', 'send-cors-headers-on-errors'],
  },
  {
    name: 'it counts preflights, too',
    exchange: { ...PUT_JSON, preflight: { status: 429 } },
    cause: 'rate-limit',
    verdict: 'blocked',
    data: { asked: 'OPTIONS' },
    says: ['429', 'OPTIONS'],
    actions: ['slow-down', 'exempt-options-from-limit'],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', response: { status: 429 }, outcome: 'blocked' },
    cause: 'rate-limit',
    verdict: 'blocked',
  },
  {
    name: 'not for a server that asks to come back later',
    exchange: { response: { status: 503, headers: { 'Retry-After': '30' } }, outcome: 'blocked' },
    cause: 'gateway-error',
    verdict: 'blocked',
  },
  {
    name: 'not if script can read it',
    exchange: { response: { status: 429, headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if no answer was seen',
    exchange: { ...PUT_JSON, preflight: { error: 'none' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
