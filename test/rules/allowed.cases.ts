import { ALLOWS_PUT_JSON, API, allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a simple GET',
    exchange: { response: { headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
    says: ['api.example.com', PAGE, '200'],
  },
  {
    name: 'after a preflight',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 204, headers: ALLOWS_PUT_JSON },
      response: { headers: allowing(PAGE) },
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'an error that script can read',
    exchange: { response: { status: 422, headers: allowing(PAGE) } },
    cause: 'allowed',
    verdict: 'allowed',
    says: ['422'],
  },
  {
    name: 'the page’s own origin',
    exchange: { url: `${PAGE}/api`, response: {} },
    cause: 'allowed',
    verdict: 'allowed',
    says: ['own origin'],
  },
  {
    name: 'success is all that the browser shows',
    exchange: { outcome: 'completed' },
    unknown: true,
    cause: 'allowed',
    verdict: 'allowed',
    says: ['by what the browser reports'],
  },
  {
    name: 'nobody can tell where success doesn’t mean that script could read it',
    exchange: { engine: 'firefox', outcome: 'completed' },
    unknown: true,
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
  {
    name: 'not without the header',
    exchange: { url: API, response: {}, outcome: 'blocked' },
    cause: 'no-cors-headers',
    verdict: 'blocked',
  },
];
