import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const OTHER = 'https://app.example.com';
const HIT = { Age: '120', 'X-Cache': 'Hit from cloudfront' };

export const cases: readonly RuleCase[] = [
  {
    name: 'the server named this page’s origin before',
    exchange: { id: 'x2', response: { headers: allowing(OTHER, HIT) }, outcome: 'blocked' },
    history: [{ id: 'x1', response: { headers: allowing(PAGE) } }],
    cause: 'cdn-copy-of-other-origin',
    verdict: 'blocked',
    data: { value: OTHER, cacheHeader: 'x-cache', other: PAGE },
    says: ['cache', OTHER, PAGE],
    actions: ['vary-by-origin', 'purge-the-cache'],
  },
  {
    name: 'a server that always names one origin looks the same',
    exchange: { response: { headers: allowing(OTHER, { Age: '120' }) }, outcome: 'blocked' },
    cause: 'cdn-copy-of-other-origin',
    verdict: 'blocked',
    unknown: true,
    data: { cacheHeader: 'age', cacheValue: '120' },
  },
  {
    name: 'the copy of the page without www',
    exchange: {
      origin: 'https://www.example.com',
      response: { headers: allowing('https://example.com', { 'CF-Cache-Status': 'HIT' }) },
      outcome: 'blocked',
    },
    cause: 'cdn-copy-of-other-origin',
    verdict: 'blocked',
    unknown: true,
  },
  {
    name: 'not if the cache keeps origins apart',
    exchange: { response: { headers: allowing(OTHER, { ...HIT, Vary: 'Origin' }) }, outcome: 'blocked' },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'not if the cache asked the server',
    exchange: {
      response: { headers: allowing(OTHER, { 'X-Cache': 'Miss from cloudfront' }) },
      outcome: 'blocked',
    },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'not if no page can have that origin',
    exchange: { response: { headers: allowing(`${PAGE}/`, HIT) }, outcome: 'blocked' },
    cause: 'origin-trailing-slash',
    verdict: 'blocked',
  },
];
