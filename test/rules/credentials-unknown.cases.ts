import { ALLOWS_PUT_JSON, allowing, PUT_JSON, type RuleCase } from './rule-case.ts';

const wildcard = { headers: allowing('*') };

export const cases: readonly RuleCase[] = [
  {
    name: 'a wildcard in Firefox',
    exchange: { engine: 'firefox', response: wildcard },
    cause: 'credentials-unknown',
    verdict: 'unknown',
    says: ['with them it is blocked, without them it isn’t'],
    actions: [],
    settledBy: ['look-at-call', 'see-what-script-got', 'ask-resource-timing', 'set-cookie', 'open-in-chrome'],
  },
  {
    name: 'a script element',
    exchange: { engine: 'firefox', type: 'script', response: wildcard },
    cause: 'credentials-unknown',
    verdict: 'unknown',
    settledBy: [
      'look-at-element',
      'see-what-script-got',
      'ask-resource-timing',
      'set-cookie',
      'open-in-chrome',
    ],
  },
  {
    name: 'a shared worker, whose page can’t be asked',
    exchange: { engine: 'firefox', tabId: -1, response: wildcard },
    cause: 'credentials-unknown',
    verdict: 'unknown',
    settledBy: ['look-at-call', 'see-what-script-got', 'set-cookie', 'open-in-chrome'],
  },
  {
    name: 'blocked with them, and without them its end was never seen',
    exchange: {
      ...PUT_JSON,
      preflight: { headers: { ...ALLOWS_PUT_JSON, ...allowing('*') } },
      outcome: { closed: 'timeout' },
    },
    cause: 'credentials-unknown',
    verdict: 'unknown',
    says: ['depends on whether the request was sent with credentials.'],
    settledBy: ['look-at-call', 'read-console'],
  },
  {
    name: 'how it ended was never seen either',
    exchange: { engine: 'firefox', response: wildcard, outcome: { closed: 'recorder-stopped' } },
    unknown: true,
    cause: 'credentials-unknown',
    verdict: 'unknown',
  },
  {
    name: 'blocked either way, by different checks: the one without them leads',
    exchange: {
      ...PUT_JSON,
      preflight: { headers: allowing('*'), site: 'cross-site' },
    },
    cause: 'method-not-allowed',
    verdict: 'blocked',
    settledBy: ['look-at-call', 'read-console', 'open-in-firefox'],
  },
  {
    name: 'not if the page itself tells that it was readable',
    exchange: { engine: 'firefox', response: wildcard, readableByScript: true },
    cause: 'allowed',
    verdict: 'allowed',
    settledBy: [],
  },
  {
    name: 'not if the body still came long after the headers: then script may read it',
    exchange: { engine: 'firefox', response: wildcard, outcome: { closed: 'still-receiving' } },
    cause: 'allowed',
    verdict: 'allowed',
    settledBy: [],
  },
  {
    name: 'not if the page itself tells that it was not',
    exchange: { engine: 'firefox', response: wildcard, readableByScript: false },
    cause: 'wildcard-with-credentials',
    verdict: 'blocked',
    settledBy: [],
  },
];
