import { allowing, PAGE, type RuleCase, STARTED_AT } from './rule-case.ts';

const WITH_CREDENTIALS = allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' });
const refused = { status: 401, headers: WITH_CREDENTIALS } as const;
const before = { id: 'earlier', startedAt: STARTED_AT - 1000 } as const;
const SIGN_IN = {
  ...before,
  method: 'POST',
  response: {
    headers: { ...WITH_CREDENTIALS, 'Set-Cookie': 'sid=[masked: 24 characters]; Path=/; SameSite=Lax' },
  },
} as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'the page didn’t ask for it',
    exchange: { credentials: 'omit', response: refused },
    cause: 'cookies-not-sent',
    verdict: 'allowed',
    says: ['hadn’t asked the browser to send cookies'],
    actions: ['include-credentials', 'cookie-for-other-sites', 'serve-from-one-site'],
  },
  {
    name: 'it stays on its site',
    exchange: { credentials: 'include', response: refused },
    history: [SIGN_IN],
    cause: 'cookies-not-sent',
    verdict: 'allowed',
    data: { cookie: 'sid', line: 'sid=…; Path=/; SameSite=Lax' },
    actions: ['cookie-for-other-sites', 'serve-from-one-site', 'sign-in-again'],
  },
  {
    name: 'it stays on its site, and whether it was asked for isn’t known',
    exchange: { response: refused },
    history: [SIGN_IN],
    unknown: true,
    cause: 'cookies-not-sent',
    verdict: 'allowed',
    data: { cookie: 'sid' },
  },
  {
    name: 'an earlier request had one',
    exchange: { url: 'http://localhost:3000/me', response: refused },
    history: [
      { ...before, url: 'http://localhost:3000/me', headers: { Cookie: 'sid=[masked: 24 characters]' } },
    ],
    unknown: true,
    cause: 'cookies-not-sent',
    verdict: 'allowed',
    actions: ['include-credentials', 'sign-in-again'],
  },
  {
    name: 'nothing but the status tells',
    exchange: { response: refused },
    unknown: true,
    cause: 'cookies-not-sent',
    verdict: 'allowed',
    says: ['401', 'if you are signed in there'],
    actions: ['include-credentials', 'cookie-for-other-sites', 'serve-from-one-site', 'sign-in-again'],
  },
  {
    name: 'the browser says that it gives none',
    exchange: {
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Storage-Access': 'none' },
      response: refused,
    },
    unknown: true,
    cause: 'cookies-not-sent',
    verdict: 'allowed',
    actions: ['cookie-for-other-sites', 'serve-from-one-site', 'sign-in-again'],
  },
  {
    name: 'a CSRF check without the session that it belongs to',
    exchange: {
      method: 'POST',
      credentials: 'include',
      headers: { 'X-CSRF-Token': '[masked: 40 characters]' },
      preflight: {
        headers: { ...WITH_CREDENTIALS, 'Access-Control-Allow-Headers': 'x-csrf-token' },
      },
      response: { ...refused, status: 403 },
    },
    cause: 'cookies-not-sent',
    verdict: 'allowed',
  },
  {
    name: 'not if one was sent',
    exchange: { headers: { Cookie: 'sid=[masked: 24 characters]' }, response: refused },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if the request’s headers weren’t shown',
    exchange: {
      method: 'PUT',
      preflight: { headers: { ...WITH_CREDENTIALS, 'Access-Control-Allow-Methods': 'PUT' } },
      outcome: 'completed',
    },
    unknown: true,
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if it carried a token: then that was refused',
    exchange: {
      headers: { Authorization: '[masked: Bearer, 40 characters]' },
      preflight: { headers: { ...WITH_CREDENTIALS, 'Access-Control-Allow-Headers': 'authorization' } },
      response: refused,
    },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if the server wants a token',
    exchange: { response: { status: 401, headers: allowing(PAGE, { 'WWW-Authenticate': 'Bearer' }) } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if it wants one, and allows credentials to everybody',
    exchange: { response: { status: 401, headers: { ...WITH_CREDENTIALS, 'WWW-Authenticate': 'Bearer' } } },
    cause: 'allowed',
    verdict: 'allowed',
  },
  {
    name: 'not if it forbids something, and nothing tells of a session',
    exchange: { response: { ...refused, status: 403 } },
    cause: 'allowed',
    verdict: 'allowed',
  },
];
