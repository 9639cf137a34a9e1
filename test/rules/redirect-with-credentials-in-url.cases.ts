import { allowing, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'user and password',
    exchange: {
      response: {
        status: 302,
        headers: allowing('*', { Location: 'https://user:secret@eu.example.com/items' }),
      },
      outcome: 'blocked',
      credentials: 'omit',
    },
    cause: 'redirect-with-credentials-in-url',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://eu.example.com/items' },
    actions: ['remove-user-from-location'],
  },
  {
    name: 'not without them',
    exchange: {
      response: { status: 302, headers: { Location: 'https://eu.example.com/items' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell without a Location',
    exchange: { credentials: 'omit', response: { status: 302, headers: allowing('*') }, outcome: 'blocked' },
    cause: 'network-failure-other',
    verdict: 'failed',
    unknown: true,
  },
];
