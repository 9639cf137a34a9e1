import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const allowed = {
  engine: 'firefox',
  credentials: 'omit',
  response: { headers: allowing(PAGE) },
} as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'Firefox shows one line, and script got nothing',
    exchange: { ...allowed, readableByScript: false },
    cause: 'hidden-header-line',
    verdict: 'unknown',
    says: ['every header that the browser shows allows'],
    actions: ['read-raw-headers'],
  },
  {
    name: 'with credentials that are allowed',
    exchange: {
      ...allowed,
      credentials: 'include',
      response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' }) },
      readableByScript: false,
    },
    cause: 'hidden-header-line',
    verdict: 'unknown',
  },
  {
    name: 'not where the lines are shown apart',
    exchange: { ...allowed, engine: 'webkit', readableByScript: false },
    cause: 'blocked-unexplained',
    verdict: 'unknown',
  },
  {
    name: 'nobody can tell without the page’s Resource Timing',
    exchange: { ...allowed, outcome: 'completed' },
    unknown: true,
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if script got it',
    exchange: { ...allowed, readableByScript: true },
    cause: 'allowed',
    verdict: 'allowed',
  },
];
