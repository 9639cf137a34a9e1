import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an empty value',
    exchange: { response: { headers: allowing('') }, outcome: 'blocked' },
    cause: 'origin-empty',
    verdict: 'blocked',
    says: ['without a value', PAGE],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', response: { headers: allowing('') }, outcome: 'blocked' },
    cause: 'origin-empty',
    verdict: 'blocked',
  },
  {
    name: 'not if there is none',
    exchange: { response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing('') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
