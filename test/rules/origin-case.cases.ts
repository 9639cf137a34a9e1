import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'upper case',
    exchange: { response: { headers: allowing('HTTP://LOCALHOST:5173') }, outcome: 'blocked' },
    cause: 'origin-case',
    verdict: 'blocked',
    says: ['HTTP://LOCALHOST:5173', PAGE],
  },
  {
    name: 'not with a slash as well',
    exchange: { response: { headers: allowing('http://Localhost:5173/') }, outcome: 'blocked' },
    cause: 'origin-trailing-slash',
    verdict: 'blocked',
  },
  {
    name: 'an address in another form',
    exchange: {
      origin: 'http://[::1]:5173',
      response: { headers: allowing('http://[0:0:0:0:0:0:0:1]:5173') },
      outcome: 'blocked',
    },
    cause: 'origin-case',
    verdict: 'blocked',
    says: ['spelt alike'],
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing('HTTP://LOCALHOST:5173') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
