import { allowing, PAGE, type RuleCase, STARTED_AT } from './rule-case.ts';

const image = { id: 'x1', mode: 'no-cors', type: 'image', response: {} } as const;
const later = { id: 'x2', startedAt: STARTED_AT + 500, outcome: 'blocked' } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'the browser’s copy, while another response for the URL has the header',
    exchange: { ...later, response: { fromCache: true } },
    history: [{ id: 'x1', response: { headers: allowing(PAGE) } }],
    cause: 'cached-without-cors-headers',
    verdict: 'blocked',
    says: ['cache', 'https://api.example.com/items'],
    actions: ['bypass-cache', 'send-cors-headers-always', 'load-with-crossorigin'],
  },
  {
    name: 'the browser’s copy, and nothing else was seen',
    exchange: { response: { fromCache: true }, outcome: 'blocked' },
    cause: 'cached-without-cors-headers',
    verdict: 'blocked',
    unknown: true,
  },
  {
    name: 'the URL was an image just before',
    exchange: { ...later, response: {} },
    history: [image],
    cause: 'cached-without-cors-headers',
    verdict: 'blocked',
    unknown: true,
    says: ['cache'],
  },
  {
    name: 'the copy of a CDN',
    exchange: { ...later, response: { headers: { 'CF-Cache-Status': 'HIT' } } },
    history: [{ id: 'x1', response: { headers: allowing(PAGE) } }],
    cause: 'cached-without-cors-headers',
    verdict: 'blocked',
    data: { cacheHeader: 'cf-cache-status', cacheValue: 'HIT' },
    says: ['in front of'],
    actions: ['send-cors-headers-always', 'purge-the-cache'],
  },
  {
    name: 'not if the copy is of a CDN that never sent the header',
    exchange: { response: { headers: { 'X-Cache': 'Hit from cloudfront' } }, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the image can’t have been kept',
    exchange: { ...later, response: { headers: { 'Cache-Control': 'no-store' } } },
    history: [image],
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not in Firefox, which doesn’t use such a copy',
    exchange: { ...later, engine: 'firefox', response: {} },
    history: [{ ...image, engine: 'firefox' }],
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'not if the copy was made for this origin',
    exchange: { response: { fromCache: true, headers: { Vary: 'Origin' } }, outcome: 'blocked' },
    cause: 'refused-by-cors-layer',
    verdict: 'blocked',
  },
];
