import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a wildcard for subdomains',
    exchange: { response: { headers: allowing('https://*.example.com') }, outcome: 'blocked' },
    cause: 'origin-pattern',
    verdict: 'blocked',
    says: ['https://*.example.com', 'pattern'],
    actions: ['match-origin-on-server'],
  },
  {
    name: 'a regular expression',
    exchange: { response: { headers: allowing('^http://localhost.*$') }, outcome: 'blocked' },
    cause: 'origin-pattern',
    verdict: 'blocked',
  },
  {
    name: 'a variable that nobody filled in',
    exchange: { response: { headers: allowing('{{ cors_origin }}') }, outcome: 'blocked' },
    cause: 'origin-pattern',
    verdict: 'blocked',
    says: ['{{ cors_origin }}'],
  },
  {
    name: 'undefined',
    exchange: { response: { headers: allowing('undefined') }, outcome: 'blocked' },
    cause: 'origin-pattern',
    verdict: 'blocked',
    says: ['undefined', PAGE],
  },
  {
    name: 'null',
    exchange: { response: { headers: allowing('null') }, outcome: 'blocked' },
    cause: 'origin-pattern',
    verdict: 'blocked',
    says: ['null'],
  },
  {
    name: 'not for a lone wildcard',
    exchange: { response: { headers: allowing('*') } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'a variable of nginx',
    exchange: { response: { headers: allowing('$http_origin') }, outcome: 'blocked' },
    cause: 'origin-pattern',
    verdict: 'blocked',
    says: ['placeholder', '$http_origin'],
  },
  {
    name: 'true',
    exchange: { response: { headers: allowing('true') }, outcome: 'blocked' },
    cause: 'origin-pattern',
    verdict: 'blocked',
    says: ['placeholder', 'true'],
  },
  {
    name: 'an expression with a comma, where it could be two lines',
    exchange: {
      engine: 'firefox',
      response: { headers: allowing('^http://(localhost|[a-z]{1, 9})$') },
      outcome: 'blocked',
    },
    unknown: true,
    cause: 'origin-pattern',
    verdict: 'blocked',
    says: ['pattern'],
  },
  {
    name: 'unknown if the browser reports no failure all the same',
    exchange: { response: { headers: allowing('https://*.example.com') } },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
];
