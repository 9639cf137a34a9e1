import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the page gave up',
    exchange: { outcome: { error: 'net::ERR_ABORTED' } },
    cause: 'aborted',
    verdict: 'failed',
    says: ['cancelled'],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', outcome: { error: 'NS_BINDING_ABORTED' } },
    cause: 'aborted',
    verdict: 'failed',
  },
  {
    name: 'the page was left',
    exchange: { outcome: { closed: 'navigation' } },
    cause: 'aborted',
    verdict: 'failed',
  },
  {
    name: 'not if the answer came all the same',
    exchange: { response: { headers: allowing(PAGE) }, outcome: 'completed' },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'nobody can tell where the browser never reported an end',
    exchange: { outcome: { closed: 'timeout' } },
    cause: 'closed-unseen',
    verdict: 'failed',
    unknown: true,
  },
];
