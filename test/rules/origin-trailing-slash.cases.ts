import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a slash',
    exchange: { response: { headers: allowing(`${PAGE}/`) }, outcome: 'blocked' },
    cause: 'origin-trailing-slash',
    verdict: 'blocked',
    data: { value: `${PAGE}/` },
    says: [`${PAGE}/`, 'slash'],
  },
  {
    name: 'a path',
    exchange: { response: { headers: allowing(`${PAGE}/app`) }, outcome: 'blocked' },
    cause: 'origin-trailing-slash',
    verdict: 'blocked',
    says: ['path'],
  },
  {
    name: 'on the preflight',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: { ...ALLOWS_PUT_JSON, ...allowing(`${PAGE}/`) } },
    },
    cause: 'origin-trailing-slash',
    verdict: 'blocked',
    data: { asked: 'OPTIONS' },
  },
  {
    name: 'not if another origin ends with a slash',
    exchange: { response: { headers: allowing('https://app.example.net/') }, outcome: 'blocked' },
    cause: 'origin-other',
    verdict: 'blocked',
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing(`${PAGE}/`) } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
