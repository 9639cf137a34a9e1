import { allowing, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'www',
    exchange: {
      origin: 'https://example.com',
      url: 'https://api.example.net/',
      response: { headers: allowing('https://www.example.com') },
      outcome: 'blocked',
    },
    cause: 'origin-www',
    verdict: 'blocked',
    says: ['https://www.example.com', 'https://example.com'],
  },
  {
    name: 'another subdomain',
    exchange: {
      origin: 'https://shop.example.co.uk',
      response: { headers: allowing('https://admin.example.co.uk') },
      outcome: 'blocked',
    },
    cause: 'origin-www',
    verdict: 'blocked',
  },
  {
    name: 'www of localhost',
    exchange: { response: { headers: allowing('http://www.localhost:5173') }, outcome: 'blocked' },
    cause: 'origin-www',
    verdict: 'blocked',
  },
  {
    name: 'not for strangers below one registry suffix',
    exchange: {
      origin: 'https://one.co.uk',
      response: { headers: allowing('https://two.co.uk') },
      outcome: 'blocked',
    },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'not for strangers on one hosting domain',
    exchange: {
      origin: 'https://one.vercel.app',
      response: { headers: allowing('https://two.vercel.app') },
      outcome: 'blocked',
    },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'where the server named it for another page before',
    exchange: {
      origin: 'https://example.com',
      response: { headers: allowing('https://www.example.com') },
      outcome: 'blocked',
    },
    history: [
      {
        id: 'x0',
        origin: 'https://www.example.com',
        response: { headers: allowing('https://www.example.com') },
      },
    ],
    cause: 'origin-www',
    verdict: 'blocked',
  },
  {
    name: 'where the server named the page’s origin elsewhere',
    exchange: {
      origin: 'https://example.com',
      response: { headers: allowing('https://www.example.com') },
      outcome: 'blocked',
    },
    history: [
      { id: 'x0', origin: 'https://example.com', response: { headers: allowing('https://example.com') } },
    ],
    cause: 'origin-www',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { origin: 'https://example.com', response: { headers: allowing('https://www.example.com') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
