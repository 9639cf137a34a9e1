import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'redirects without end',
    exchange: {
      response: { status: 302, headers: allowing(PAGE, { Location: '/items' }) },
      outcome: { error: 'net::ERR_TOO_MANY_REDIRECTS' },
      credentials: 'omit',
    },
    cause: 'redirect-refused',
    verdict: 'failed',
    says: ['302'],
    actions: ['call-final-url'],
  },
  {
    name: 'not if the request was cancelled after it had been followed',
    exchange: {
      credentials: 'omit',
      response: { status: 302, headers: allowing('*') },
      redirects: [{ url: 'https://eu.example.com/' }],
      outcome: { error: 'net::ERR_ABORTED' },
    },
    cause: 'aborted',
    verdict: 'failed',
  },
  {
    name: 'not if it lacks CORS headers',
    exchange: { response: { status: 302, headers: { Location: '/items/' } }, outcome: 'blocked' },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
  },
  {
    name: 'a redirect that the page doesn’t want',
    exchange: {
      engine: 'firefox',
      response: { status: 302, headers: { Location: '/items/' } },
      credentials: 'omit',
      mode: 'no-cors',
      outcome: 'completed',
    },
    cause: 'redirect-refused',
    verdict: 'failed',
    actions: ['call-target'],
  },
  {
    name: 'what ended it nobody can tell',
    exchange: {
      credentials: 'omit',
      response: { status: 302, headers: allowing('*', { Location: 'https://eu.example.com/' }) },
      outcome: { error: 'net::ERR_ABORTED' },
    },
    cause: 'redirect-refused',
    verdict: 'failed',
    unknown: true,
    actions: ['call-target'],
  },
];
