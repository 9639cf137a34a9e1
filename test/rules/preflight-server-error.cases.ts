import { PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a crash',
    exchange: { headers: { Authorization: 'Bearer x' }, preflight: { status: 500 } },
    cause: 'preflight-server-error',
    verdict: 'blocked',
    data: { code: '500' },
    says: ['500', 'OPTIONS'],
    actions: ['fix-server-error'],
  },
  {
    name: 'in Firefox',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { status: 500 } },
    cause: 'preflight-server-error',
    verdict: 'blocked',
  },
  {
    name: 'not for a gateway',
    exchange: { ...PUT_JSON, preflight: { status: 503 } },
    cause: 'gateway-error',
    verdict: 'blocked',
  },
  {
    name: 'not for 501, which says that OPTIONS is unknown',
    exchange: { ...PUT_JSON, preflight: { status: 501 } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
  },
  {
    name: 'not if no answer was seen',
    exchange: { ...PUT_JSON, preflight: { error: 'none' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
