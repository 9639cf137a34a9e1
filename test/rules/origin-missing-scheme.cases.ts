import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'host and port',
    exchange: { response: { headers: allowing('localhost:5173') }, outcome: 'blocked' },
    cause: 'origin-missing-scheme',
    verdict: 'blocked',
    says: ['localhost:5173', 'scheme'],
  },
  {
    name: 'a host',
    exchange: { response: { headers: allowing('example.com') }, outcome: 'blocked' },
    cause: 'origin-missing-scheme',
    verdict: 'blocked',
  },
  {
    name: 'quotes',
    exchange: { response: { headers: allowing(`"${PAGE}"`) }, outcome: 'blocked' },
    cause: 'origin-missing-scheme',
    verdict: 'blocked',
    says: ['quotes'],
  },
  {
    name: 'not for a scheme of its own',
    exchange: { response: { headers: allowing('chrome-extension://abcdefghijklmnop') }, outcome: 'blocked' },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'another origin in quotes',
    exchange: { response: { headers: allowing("'https://app.example.com'") }, outcome: 'blocked' },
    cause: 'origin-missing-scheme',
    verdict: 'blocked',
    says: ['in quotes'],
  },
  {
    name: 'a space inside',
    exchange: { response: { headers: allowing('http://localhost: 5173') }, outcome: 'blocked' },
    cause: 'origin-missing-scheme',
    verdict: 'blocked',
    says: ['stray character'],
  },
  {
    name: 'no host that can be',
    exchange: { response: { headers: allowing('http://localhost:99999') }, outcome: 'blocked' },
    cause: 'origin-missing-scheme',
    verdict: 'blocked',
    says: ['isn’t an origin'],
  },
  {
    name: 'after a redirect that hides who asks',
    exchange: {
      response: { headers: allowing(PAGE) },
      redirects: [
        { url: 'https://other.example.net/', sends: 'null', response: { headers: allowing(`"${PAGE}"`) } },
      ],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing('localhost:5173') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
