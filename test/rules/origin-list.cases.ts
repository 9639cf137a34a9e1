import { allowing, allowingTwice, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a comma between two',
    exchange: { response: { headers: allowing(`${PAGE}, https://app.example.com`) }, outcome: 'blocked' },
    cause: 'origin-list',
    verdict: 'blocked',
    says: [`${PAGE}, https://app.example.com`, 'one origin'],
  },
  {
    name: 'a space between two',
    exchange: { response: { headers: allowing(`${PAGE} https://app.example.com`) }, outcome: 'blocked' },
    cause: 'origin-list',
    verdict: 'blocked',
  },
  {
    name: 'in Firefox, where it could be two lines',
    exchange: {
      engine: 'firefox',
      response: { headers: allowing(`${PAGE}, https://app.example.com`) },
      outcome: 'blocked',
    },
    unknown: true,
    cause: 'origin-list',
    verdict: 'blocked',
    says: ['in one line or in two'],
  },
  {
    name: 'in Firefox without a space, so certainly one line',
    exchange: {
      engine: 'firefox',
      response: { headers: allowing(`${PAGE},https://app.example.com`) },
      outcome: 'blocked',
    },
    cause: 'origin-list',
    verdict: 'blocked',
    says: ['sends a list'],
  },
  {
    name: 'not for two lines',
    exchange: { response: { headers: allowingTwice(PAGE, 'https://app.example.com') }, outcome: 'blocked' },
    cause: 'duplicate-allow-origin',
    verdict: 'blocked',
  },
];
