import { allowing, PAGE, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'the session is over',
    exchange: {
      response: { status: 302, headers: { Location: 'https://login.example.com/?next=1' } },
      outcome: 'blocked',
    },
    cause: 'redirect-to-login',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://login.example.com/' },
    says: ['302', 'sign-in'],
    actions: ['sign-in-again', 'answer-401-instead', 'send-credentials'],
  },
  {
    name: 'arrived at the sign-in page',
    exchange: {
      response: { status: 302, headers: allowing(PAGE) },
      redirects: [{ url: 'https://id.example.com/login', sends: 'null', response: { status: 200 } }],
      outcome: 'blocked',
    },
    cause: 'redirect-to-login',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://id.example.com/login' },
  },
  {
    name: 'from the page’s own origin',
    exchange: {
      url: `${PAGE}/api/items`,
      response: { status: 302 },
      redirects: [{ url: 'https://id.example.com/login', response: { status: 200 } }],
      outcome: 'blocked',
    },
    cause: 'redirect-to-login',
    verdict: 'blocked',
    data: { from: `${PAGE}/api/items` },
  },
  {
    name: 'not if it leads elsewhere',
    exchange: {
      response: { status: 302, headers: { Location: 'https://eu.example.com/items' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'at the sign-in page, which knows no preflights',
    exchange: {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      preflight: { headers: allowing(PAGE, { 'Access-Control-Allow-Headers': 'x-requested-with' }) },
      response: { status: 302, headers: allowing(PAGE) },
      redirects: [{ url: 'https://id.example.com/login', sends: 'null', preflight: { status: 405 } }],
    },
    cause: 'redirect-to-login',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://id.example.com/login' },
  },
  {
    name: 'nobody can tell where the URL has a name of its own for it',
    exchange: {
      response: { status: 302, headers: { Location: 'https://gate.example.com/w/?next=1' } },
      outcome: 'blocked',
    },
    cause: 'redirect-without-cors-headers',
    verdict: 'blocked',
    fixable: false,
    unknown: true,
  },
];
