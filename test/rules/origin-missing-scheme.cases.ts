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
];
