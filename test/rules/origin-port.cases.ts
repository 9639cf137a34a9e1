import { allowing, PAGE, type RuleCase } from './rule-case.ts';

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
  {
    name: 'no port',
    exchange: { response: { headers: allowing('http://localhost') }, outcome: 'blocked' },
    cause: 'origin-port',
    verdict: 'blocked',
    says: ['without a port', '5173'],
    actions: ['match-origin-on-server'],
  },
  {
    name: 'where the server named it for another page before',
    exchange: { response: { headers: allowing('http://localhost:3000') }, outcome: 'blocked' },
    history: [
      { id: 'x0', origin: 'http://localhost:3000', response: { headers: allowing('http://localhost:3000') } },
    ],
    cause: 'origin-port',
    verdict: 'blocked',
  },
  {
    name: 'where the server named the page’s origin elsewhere',
    exchange: { response: { headers: allowing('http://localhost:3000') }, outcome: 'blocked' },
    history: [{ id: 'x0', response: { headers: allowing(PAGE) } }],
    cause: 'origin-port',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing('http://localhost:3000') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
