import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an ad blocker',
    exchange: { url: 'https://ads.example.com/track', outcome: { error: 'net::ERR_BLOCKED_BY_CLIENT' } },
    cause: 'blocked-by-client',
    verdict: 'failed',
    says: ['extension', 'ads.example.com'],
    actions: ['turn-blockers-off'],
  },
  {
    name: 'in Firefox',
    exchange: { engine: 'firefox', outcome: { error: 'NS_ERROR_ABORT' } },
    cause: 'blocked-by-client',
    verdict: 'failed',
  },
  {
    name: 'DevTools itself',
    exchange: { outcome: { error: '(blocked:devtools)' } },
    cause: 'blocked-by-client',
    verdict: 'failed',
    says: ['DevTools'],
    actions: ['turn-devtools-blocking-off'],
  },
  {
    name: 'a policy of the organisation',
    exchange: { outcome: { error: 'net::ERR_BLOCKED_BY_ADMINISTRATOR' } },
    cause: 'blocked-by-client',
    verdict: 'failed',
    says: ['manages this browser'],
    actions: ['ask-administrator'],
  },
  {
    name: 'who it was nobody can tell',
    exchange: { outcome: { error: 'net::ERR_BLOCKED_BY_CLIENT' } },
    cause: 'blocked-by-client',
    verdict: 'failed',
    unknown: true,
  },
  {
    name: 'not if the response is what was blocked',
    exchange: {
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Cross-Origin-Resource-Policy': 'same-origin' } },
      outcome: { error: 'net::ERR_BLOCKED_BY_RESPONSE' },
    },
    cause: 'cross-origin-resource-policy',
    verdict: 'failed',
  },
];
