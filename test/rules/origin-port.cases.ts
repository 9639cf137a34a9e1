import { allowing, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'another dev server',
    exchange: { response: { headers: allowing('http://localhost:3000') }, outcome: 'blocked' },
    cause: 'origin-port',
    verdict: 'blocked',
    data: { port: '5173' },
    says: ['http://localhost:3000', '5173'],
  },
  {
    name: 'the default port spelt out',
    exchange: {
      origin: 'https://app.example.com',
      response: { headers: allowing('https://app.example.com:443') },
      outcome: 'blocked',
    },
    cause: 'origin-port',
    verdict: 'blocked',
    data: { port: '443' },
    says: ['leave port 443 out'],
  },
  {
    name: 'not if the scheme differs too',
    exchange: { response: { headers: allowing('https://localhost:3000') }, outcome: 'blocked' },
    cause: 'origin-scheme',
    verdict: 'blocked',
  },
];
