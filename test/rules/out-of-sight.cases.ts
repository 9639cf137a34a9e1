import { allowing, PAGE, type RuleCase } from './rule-case.ts';

const REDIRECT = { status: 302, headers: { Location: 'https://hidden.example/', ...allowing(PAGE) } };

export const cases: readonly RuleCase[] = [
  {
    name: 'redirected to a site that the extension may not see',
    exchange: {
      response: REDIRECT,
      redirectUrl: 'https://hidden.example/',
      outcome: { closed: 'no-access' },
    },
    cause: 'out-of-sight',
    verdict: 'unknown',
    says: ['hidden.example'],
    actions: ['grant-access'],
  },
  {
    name: 'the user withdrew the access meanwhile',
    exchange: { outcome: { closed: 'no-access' } },
    cause: 'out-of-sight',
    verdict: 'unknown',
    says: ['any more'],
    actions: ['grant-access'],
  },
  {
    name: 'not if the browser reports nothing although it may',
    exchange: {
      credentials: 'omit',
      response: REDIRECT,
      redirectUrl: 'https://hidden.example/',
      outcome: { closed: 'timeout' },
    },
    cause: 'closed-unseen',
    verdict: 'unknown',
  },
  {
    name: 'nobody can tell while it may still go on',
    exchange: { response: REDIRECT, redirectUrl: 'https://hidden.example/', outcome: 'pending' },
    cause: 'still-running',
    verdict: 'pending',
    unknown: true,
  },
];
