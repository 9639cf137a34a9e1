import { allowing, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a wildcard in Firefox',
    exchange: { engine: 'firefox', response: { headers: allowing('*') } },
    cause: 'credentials-unknown',
    verdict: 'unknown',
    says: ['credentials'],
    actions: ['see-what-script-got'],
  },
  {
    name: 'not if the page itself tells that it was readable',
    exchange: { engine: 'firefox', response: { headers: allowing('*') }, readableByScript: true },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if the page itself tells that it was not',
    exchange: { engine: 'firefox', response: { headers: allowing('*') }, readableByScript: false },
    cause: 'wildcard-with-credentials',
    verdict: 'blocked',
  },
];
