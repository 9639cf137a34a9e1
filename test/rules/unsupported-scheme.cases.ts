import { allowing, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a host and port without http://',
    exchange: { url: 'localhost:3000/items', outcome: { error: 'net::ERR_UNKNOWN_URL_SCHEME' } },
    cause: 'unsupported-scheme',
    verdict: 'failed',
    data: { scheme: 'localhost' },
    says: ['localhost:3000/items', 'http://', 'localhost is read'],
    actions: ['write-the-scheme'],
  },
  {
    name: 'the same of a name in the internet, in Firefox',
    exchange: { engine: 'firefox', url: 'api.example.com:8443/items', outcome: 'blocked' },
    cause: 'unsupported-scheme',
    verdict: 'failed',
    data: { scheme: 'api.example.com' },
  },
  {
    name: 'a typo',
    exchange: { url: 'htttp://api.example.com/items', outcome: { error: 'net::ERR_UNKNOWN_URL_SCHEME' } },
    cause: 'unsupported-scheme',
    verdict: 'failed',
    data: { scheme: 'htttp', likely: 'http' },
    says: ['typo'],
    actions: ['write-the-scheme'],
  },
  {
    name: 'the scheme of an app',
    exchange: { url: 'myapp://open', outcome: 'blocked' },
    cause: 'unsupported-scheme',
    verdict: 'failed',
    says: ['scheme myapp'],
    actions: ['write-a-web-url'],
  },
  {
    name: 'not where a redirect leads there',
    exchange: {
      credentials: 'omit',
      response: { status: 302, headers: allowing('*', { Location: 'ftp://files.example.com/' }) },
      outcome: 'blocked',
    },
    cause: 'redirect-to-other-scheme',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell where the URL is one of the web',
    exchange: { outcome: { error: 'net::ERR_UNKNOWN_URL_SCHEME' } },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
