import type { RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'JSON for an image',
    exchange: {
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Content-Type': 'application/json' } },
      outcome: { error: 'net::ERR_BLOCKED_BY_ORB' },
    },
    cause: 'opaque-response-blocking',
    verdict: 'failed',
    says: ['application/json', '200'],
    actions: ['open-in-tab'],
  },
  {
    name: 'a response without a type',
    exchange: {
      mode: 'no-cors',
      type: 'script',
      response: { status: 404 },
      outcome: { error: 'net::ERR_BLOCKED_BY_ORB' },
    },
    cause: 'opaque-response-blocking',
    verdict: 'failed',
    says: ['404', 'Content-Type'],
  },
  {
    name: 'as Firefox tells it: an abort after headers that forbid sniffing',
    unknown: true,
    exchange: {
      engine: 'firefox',
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' } },
      outcome: { error: 'NS_BINDING_ABORTED' },
    },
    cause: 'opaque-response-blocking',
    verdict: 'failed',
  },
  {
    name: 'not for an image that the page gave up on',
    exchange: {
      engine: 'firefox',
      mode: 'no-cors',
      type: 'image',
      response: { headers: { 'Content-Type': 'image/png', 'X-Content-Type-Options': 'nosniff' } },
      outcome: { error: 'NS_BINDING_ABORTED' },
    },
    cause: 'aborted',
    verdict: 'failed',
  },
  {
    name: 'not for a response that may be used',
    exchange: { mode: 'no-cors', type: 'image', response: { headers: { 'Content-Type': 'image/png' } } },
    cause: 'loaded-without-cors',
    verdict: 'opaque',
  },
  {
    name: 'HTML for a script, in Firefox',
    exchange: {
      engine: 'firefox',
      mode: 'no-cors',
      type: 'script',
      response: {
        status: 404,
        headers: { 'Content-Type': 'text/html', 'X-Content-Type-Options': 'nosniff' },
      },
      outcome: { error: 'NS_ERROR_CORRUPTED_CONTENT' },
    },
    cause: 'opaque-response-blocking',
    verdict: 'failed',
    says: ['text/html'],
  },
];
