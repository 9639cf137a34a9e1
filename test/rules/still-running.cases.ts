import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'nothing yet',
    exchange: { outcome: 'pending' },
    cause: 'still-running',
    verdict: 'pending',
    says: ['api.example.com'],
  },
  {
    name: 'the preflight is out',
    exchange: { ...PUT_JSON, preflight: { error: 'none' }, outcome: 'pending' },
    cause: 'still-running',
    verdict: 'pending',
    says: ['preflight'],
  },
  {
    name: 'nobody can tell once the recorder has stopped',
    exchange: { outcome: { closed: 'recorder-stopped' } },
    unknown: true,
    cause: 'closed-unseen',
    verdict: 'unknown',
  },
  {
    name: 'not once it is over',
    exchange: { response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
];
