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
    name: 'a URL that was never http',
    exchange: { url: 'localhost:3000/items', outcome: { error: 'net::ERR_UNKNOWN_URL_SCHEME' } },
    cause: 'redirect-to-other-scheme',
    verdict: 'failed',
    actions: ['write-the-scheme'],
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
];
