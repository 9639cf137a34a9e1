import { allowing, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an app’s scheme',
    exchange: {
      credentials: 'omit',
      response: { status: 302, headers: allowing('*', { Location: 'myapp://open' }) },
      outcome: 'blocked',
    },
    cause: 'redirect-to-other-scheme',
    verdict: 'blocked',
    fixable: false,
    data: { scheme: 'myapp' },
    actions: ['redirect-to-http'],
  },
  {
    name: 'data:, for which Chromium has an error of its own',
    exchange: {
      credentials: 'omit',
      response: { status: 302, headers: allowing('*', { Location: 'data:text/plain,hello' }) },
      outcome: { error: 'net::ERR_UNSAFE_REDIRECT' },
    },
    cause: 'redirect-to-other-scheme',
    verdict: 'failed',
    data: { scheme: 'data' },
  },
  {
    name: 'not if no redirect led there',
    exchange: { url: 'myapp://open', outcome: { error: 'net::ERR_UNKNOWN_URL_SCHEME' } },
    cause: 'unsupported-scheme',
    verdict: 'failed',
  },
  {
    name: 'not for http',
    exchange: {
      response: { status: 302, headers: { Location: 'http://eu.example.com/items' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell without a Location',
    exchange: { credentials: 'omit', response: { status: 302, headers: allowing('*') }, outcome: 'blocked' },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
