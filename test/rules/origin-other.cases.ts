import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const OTHER = 'https://app.example.com';
const THIRD = 'https://admin.example.com';

export const cases: readonly RuleCase[] = [
  {
    name: 'production only',
    exchange: { response: { headers: allowing(OTHER) }, outcome: 'blocked' },
    cause: 'origin-other',
    verdict: 'blocked',
    data: { value: OTHER },
    says: [OTHER, PAGE],
    actions: ['match-origin-on-server'],
  },
  {
    name: 'one fixed origin, whoever asks',
    exchange: { id: 'x2', response: { headers: allowing(OTHER) }, outcome: 'blocked' },
    history: [{ id: 'x1', origin: THIRD, response: { headers: allowing(OTHER) }, outcome: 'blocked' }],
    cause: 'origin-other',
    verdict: 'blocked',
    data: { asker: THIRD },
  },
  {
    name: 'a list, on which this page isn’t',
    exchange: { id: 'x2', response: { headers: allowing(OTHER) }, outcome: 'blocked' },
    history: [{ id: 'x1', origin: THIRD, response: { headers: allowing(THIRD) } }],
    cause: 'origin-other',
    verdict: 'blocked',
    data: { other: THIRD },
  },
  {
    name: 'the page that it names was answered so before',
    exchange: { id: 'x2', response: { headers: allowing(OTHER) }, outcome: 'blocked' },
    history: [{ id: 'x1', origin: OTHER, response: { headers: allowing(OTHER) } }],
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'another response names this page',
    exchange: { id: 'x2', response: { headers: allowing(OTHER) }, outcome: 'blocked' },
    history: [{ id: 'x1', response: { headers: allowing(PAGE) } }],
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'from a cache that keeps origins apart',
    exchange: { response: { headers: allowing(OTHER, { Age: '120', Vary: 'Origin' }) }, outcome: 'blocked' },
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
  {
    name: 'not from a cache that may have mixed origins up',
    exchange: { response: { headers: allowing(OTHER, { Age: '120' }) }, outcome: 'blocked' },
    cause: 'cdn-copy-of-other-origin',
    verdict: 'blocked',
    unknown: true,
  },
  {
    name: 'a fixed value elsewhere is no list',
    exchange: { id: 'x2', response: { headers: allowing(OTHER) }, outcome: 'blocked' },
    history: [{ id: 'x1', origin: OTHER, response: { headers: allowing('*') } }],
    cause: 'origin-other',
    verdict: 'blocked',
    data: { value: OTHER },
  },
];
