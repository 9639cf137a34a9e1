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
  },
  {
    name: 'in Firefox, joined',
    exchange: { engine: 'firefox', response: { headers: allowingTwice('*', PAGE) }, outcome: 'blocked' },
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
];
