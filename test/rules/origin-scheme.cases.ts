import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'https instead of http',
    exchange: { response: { headers: allowing('https://localhost:5173') }, outcome: 'blocked' },
    cause: 'origin-scheme',
    verdict: 'blocked',
    data: { scheme: 'http' },
    says: ['https://localhost:5173', PAGE],
    actions: ['match-origin-on-server'],
  },
  {
    name: 'http instead of https',
    exchange: {
      origin: 'https://app.example.com',
      response: { headers: allowing('http://app.example.com') },
      outcome: 'blocked',
    },
    cause: 'origin-scheme',
    verdict: 'blocked',
    data: { scheme: 'https' },
  },
  {
    name: 'not if the host differs too',
    exchange: {
      origin: 'https://app.example.com',
      response: { headers: allowing('http://other.example.net') },
      outcome: 'blocked',
    },
    cause: 'origin-other',
    verdict: 'blocked',
  },
];
