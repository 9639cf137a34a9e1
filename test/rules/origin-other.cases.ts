import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'production only',
    exchange: { response: { headers: allowing('https://app.example.com') }, outcome: 'blocked' },
    cause: 'origin-other',
    verdict: 'blocked',
    data: { value: 'https://app.example.com' },
    says: ['https://app.example.com', PAGE],
    actions: ['match-origin-on-server'],
  },
  {
    name: 'the copy of a shared cache',
    exchange: {
      response: {
        headers: allowing('https://app.example.com', { Age: '120', 'X-Cache': 'Hit from cloudfront' }),
      },
      outcome: 'blocked',
    },
    cause: 'origin-other',
    verdict: 'blocked',
    says: ['cache'],
  },
  {
    name: 'a cache that keeps origins apart',
    exchange: {
      response: { headers: allowing('https://app.example.com', { Age: '120', Vary: 'Origin' }) },
      outcome: 'blocked',
    },
    cause: 'origin-other',
    verdict: 'blocked',
    says: ['but your page is on'],
  },
  {
    name: 'not if it is the page',
    exchange: { response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
];
