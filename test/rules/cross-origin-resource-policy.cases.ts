import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an image that is for its own site only',
    exchange: {
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Cross-Origin-Resource-Policy': 'same-origin' } },
      outcome: { error: 'net::ERR_BLOCKED_BY_RESPONSE' },
    },
    cause: 'cross-origin-resource-policy',
    verdict: 'failed',
    data: { policy: 'same-origin' },
    says: ['same-origin'],
  },
  {
    name: 'a page that demands it, whose own policy isn’t recorded',
    unknown: true,
    exchange: {
      mode: 'no-cors',
      type: 'image',
      response: {},
      outcome: { error: 'net::ERR_BLOCKED_BY_RESPONSE' },
    },
    cause: 'cross-origin-resource-policy',
    verdict: 'failed',
    says: ['only loads'],
  },
  {
    name: 'in Firefox',
    exchange: {
      engine: 'firefox',
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Cross-Origin-Resource-Policy': 'same-site' } },
      outcome: { error: 'NS_ERROR_DOM_CORP_FAILED' },
    },
    cause: 'cross-origin-resource-policy',
    verdict: 'failed',
  },
  {
    name: 'not if it was shown',
    exchange: {
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } },
    },
    cause: 'loaded-without-cors',
    verdict: 'opaque',
  },
  {
    name: 'not of itself if the header allows it: then the page demands more',
    exchange: {
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } },
      outcome: { error: 'blocked:coep-frame-resource-needs-coep-header' },
    },
    cause: 'cross-origin-resource-policy',
    verdict: 'failed',
    says: ['only loads'],
  },
];
