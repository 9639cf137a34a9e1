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
    name: 'a gateway',
    exchange: { ...PUT_JSON, preflight: { status: 503 } },
    cause: 'preflight-server-error',
    verdict: 'blocked',
    says: ['503', 'proxy'],
  },
  {
    name: 'in Firefox',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { status: 500 } },
    cause: 'preflight-server-error',
    verdict: 'blocked',
  },
  {
    name: 'not for 501, which says that OPTIONS is unknown',
    exchange: { ...PUT_JSON, preflight: { status: 501 } },
    cause: 'preflight-not-handled',
    verdict: 'blocked',
  },
];
