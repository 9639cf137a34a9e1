import { allowing, allowingTwice, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the same twice',
    exchange: { response: { headers: allowingTwice(PAGE, PAGE) }, outcome: 'blocked' },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
    data: { count: '2' },
    says: ['2 times'],
    actions: ['keep-one-layer'],
  },
  {
    name: 'an origin and a wildcard',
    exchange: { response: { headers: allowingTwice('*', PAGE) }, outcome: 'blocked' },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
    says: [`*, ${PAGE}`],
    actions: ['keep-one-layer'],
  },
  {
    name: 'two origins, which one layer may have added',
    exchange: { response: { headers: allowingTwice(PAGE, 'https://app.example.com') }, outcome: 'blocked' },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
    actions: ['keep-one-layer', 'match-origin-on-server'],
  },
  {
    name: 'an origin and nothing',
    exchange: { response: { headers: allowingTwice(PAGE, '') }, outcome: 'blocked' },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
    actions: ['keep-one-layer'],
  },
  {
    name: 'in Firefox, joined',
    exchange: { engine: 'firefox', response: { headers: allowingTwice('*', PAGE) }, outcome: 'blocked' },
    unknown: true,
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
    says: ['in two lines or in one list'],
  },
  {
    name: 'on the preflight',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 204,
        headers: [
          ...allowingTwice(PAGE, PAGE),
          ['Access-Control-Allow-Methods', 'PUT'],
          ['Access-Control-Allow-Headers', 'content-type'],
        ],
      },
    },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
  },
  {
    name: 'not for one line',
    exchange: { response: { headers: allowing(`${PAGE}, ${PAGE}`) }, outcome: 'blocked' },
    cause: 'origin-list',
    verdict: 'blocked',
  },
  {
    name: 'where the response names two layers',
    exchange: {
      response: {
        headers: [
          ...allowingTwice('*', '*'),
          ['Server', 'cloudflare'],
          ['CF-RAY', '8'],
          ['X-Powered-By', 'Express'],
        ],
      },
      outcome: 'blocked',
    },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
    data: { outer: 'Cloudflare', inner: 'Express' },
  },
];
