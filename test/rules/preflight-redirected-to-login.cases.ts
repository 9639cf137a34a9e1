import { PUT_JSON, type RuleCase } from './rule-case.ts';

export const cases: readonly RuleCase[] = [
  {
    name: 'an OAuth authorisation page',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 302, headers: { Location: 'https://id.example.com/oauth2/authorize?state=1' } },
    },
    cause: 'preflight-redirected-to-login',
    verdict: 'blocked',
    fixable: false,
    data: { to: 'https://id.example.com/oauth2/authorize' },
    actions: ['exempt-options'],
  },
  {
    name: 'Cloudflare Access',
    exchange: {
      ...PUT_JSON,
      preflight: {
        status: 302,
        headers: { Location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/api' },
      },
    },
    cause: 'preflight-redirected-to-login',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'a login page of its own',
    exchange: { ...PUT_JSON, engine: 'firefox', preflight: { status: 302, headers: { Location: '/login' } } },
    cause: 'preflight-redirected-to-login',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not if the request itself was about signing in',
    exchange: {
      ...PUT_JSON,
      url: 'https://api.example.com/auth/token',
      preflight: { status: 308, headers: { Location: '/auth/token/' } },
    },
    cause: 'preflight-redirected-slash',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'not for words that only contain one',
    exchange: { ...PUT_JSON, preflight: { status: 302, headers: { Location: '/authors' } } },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
  },
  {
    name: 'nobody can tell where the URL has a name of its own for it',
    exchange: {
      ...PUT_JSON,
      preflight: { status: 302, headers: { Location: 'https://gate.example.com/w/' } },
    },
    cause: 'preflight-redirected-elsewhere',
    verdict: 'blocked',
    fixable: false,
    unknown: true,
  },
];
