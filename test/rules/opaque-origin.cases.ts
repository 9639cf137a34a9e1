import { allowing, PAGE, PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'a sandboxed frame',
    exchange: {
      origin: 'null',
      response: { headers: allowing('https://app.example.com') },
      outcome: 'blocked',
    },
    cause: 'opaque-origin',
    verdict: 'blocked',
    fixable: false,
    says: ['Origin: null'],
    actions: ['give-page-an-origin', 'allow-everyone'],
  },
  {
    name: 'a page opened as a file',
    exchange: { origin: 'null', page: 'file:///home/me/index.html', response: {}, outcome: 'blocked' },
    cause: 'opaque-origin',
    verdict: 'blocked',
    fixable: false,
    says: ['file'],
    actions: ['serve-the-file', 'allow-everyone'],
  },
  {
    name: 'a data: page',
    exchange: { origin: 'null', page: 'data:text/html,hello', response: {}, outcome: 'blocked' },
    cause: 'opaque-origin',
    verdict: 'blocked',
    fixable: false,
    says: ['data:'],
  },
  {
    name: 'and an error besides',
    exchange: { origin: 'null', response: { status: 500 }, outcome: 'blocked' },
    cause: 'opaque-origin',
    verdict: 'blocked',
    fixable: false,
    says: ['500'],
  },
  {
    name: 'on a preflight',
    exchange: { ...PUT_JSON, origin: 'null', preflight: { status: 204, headers: allowing(PAGE) } },
    cause: 'opaque-origin',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not if everyone is allowed',
    exchange: { origin: 'null', credentials: 'omit', response: { headers: allowing('*') } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not after a redirect',
    exchange: {
      response: { status: 302, headers: allowing('*') },
      redirects: [{ url: 'https://eu.example.com/', sends: 'null', response: {} }],
      outcome: 'blocked',
    },
    cause: 'redirect-tainted-origin',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell what the server makes of null without an answer',
    exchange: { origin: 'null', outcome: { closed: 'timeout' } },
    cause: 'closed-unseen',
    verdict: 'failed',
    unknown: true,
  },
];
