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
  {
    name: 'where the server named it for another page before',
    exchange: { response: { headers: allowing('https://localhost:5173') }, outcome: 'blocked' },
    history: [
      {
        id: 'x0',
        origin: 'https://localhost:5173',
        response: { headers: allowing('https://localhost:5173') },
      },
    ],
    cause: 'origin-scheme',
    verdict: 'blocked',
  },
  {
    name: 'where the server named the page’s origin elsewhere',
    exchange: { response: { headers: allowing('https://localhost:5173') }, outcome: 'blocked' },
    history: [{ id: 'x0', response: { headers: allowing(PAGE) } }],
    cause: 'origin-scheme',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing('https://localhost:5173') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
