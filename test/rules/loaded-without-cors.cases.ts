import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a plain image',
    exchange: { mode: 'no-cors', type: 'image', response: {} },
    cause: 'loaded-without-cors',
    verdict: 'opaque',
    says: ['https://api.example.com/items'],
    actions: [],
  },
  {
    name: 'a beacon',
    exchange: { mode: 'no-cors', type: 'beacon', method: 'POST', response: { status: 204 } },
    cause: 'loaded-without-cors',
    verdict: 'opaque',
    says: ['nobody reads the answer'],
  },
  {
    name: 'not if a script asked so',
    exchange: { mode: 'no-cors', response: {} },
    cause: 'no-cors-mode',
    verdict: 'opaque',
  },
  {
    name: 'nobody can tell while it runs',
    exchange: { mode: 'no-cors', type: 'image', outcome: 'pending' },
    cause: 'still-running',
    verdict: 'pending',
    unknown: true,
  },
];
