import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a fetch in no-cors mode',
    exchange: { mode: 'no-cors', response: {} },
    cause: 'no-cors-mode',
    verdict: 'opaque',
    says: ['no-cors'],
    actions: ['remove-no-cors'],
  },
  {
    name: 'not for an image, which is loaded so by default',
    exchange: { mode: 'no-cors', type: 'image', response: {} },
    cause: 'loaded-without-cors',
    verdict: 'opaque',
    actions: [],
  },
  {
    name: 'not in cors mode',
    exchange: { response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not before it has ended',
    exchange: { mode: 'no-cors', outcome: 'pending' },
    cause: 'still-running',
    verdict: 'pending',
    unknown: true,
  },
];
