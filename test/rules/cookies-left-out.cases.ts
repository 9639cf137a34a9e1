import { API, allowing, PAGE, type RuleCase, STARTED_AT } from './rule-case.ts';

const WITH_CREDENTIALS = allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' });
const setting = (...cookies: readonly string[]) => ({
  headers: [...Object.entries(WITH_CREDENTIALS), ...cookies.map((cookie) => ['Set-Cookie', cookie] as const)],
});
const ofOurs = 'sid=[masked: 24 characters]; Path=/; HttpOnly; SameSite=Lax';
const ofAll = 'sid=[masked: 24 characters]; Path=/; HttpOnly; SameSite=None; Secure';

export const cases: readonly RuleCase[] = [
  {
    name: 'signing in without credentials: its cookie is ignored',
    exchange: { method: 'POST', credentials: 'omit', response: setting(ofAll) },
    cause: 'allowed',
    verdict: 'allowed',
    notes: ['cookies-left-out'],
  },
  {
    name: 'a cookie that stays on its site',
    exchange: {
      credentials: 'include',
      response: setting('__cf_bm=[masked: 43 characters]; Secure', ofOurs),
    },
    cause: 'allowed',
    verdict: 'allowed',
    notes: ['cookies-left-out'],
  },
  {
    name: 'one that doesn’t say where it goes',
    exchange: { credentials: 'include', response: setting('sid=[masked: 24 characters]; Path=/') },
    unknown: true,
    cause: 'allowed',
    verdict: 'allowed',
    notes: ['cookies-left-out'],
  },
  {
    name: 'one that was sent before, and now isn’t',
    exchange: { credentials: 'include', response: setting() },
    history: [
      {
        id: 'earlier',
        startedAt: STARTED_AT - 1000,
        headers: { Cookie: 'sid=[masked: 24 characters]' },
        response: setting(),
      },
    ],
    cause: 'allowed',
    verdict: 'allowed',
    notes: ['cookies-left-out'],
  },
  {
    name: 'not if the credentials mode isn’t known, and the cookie may go anywhere',
    exchange: { response: setting(ofAll) },
    unknown: true,
    cause: 'allowed',
    verdict: 'allowed',
    notes: [],
  },
  {
    name: 'not between pages of one site',
    exchange: { url: 'http://localhost:3000/items', credentials: 'include', response: setting(ofOurs) },
    cause: 'allowed',
    verdict: 'allowed',
    notes: [],
  },
  {
    name: 'not if the browser says that it is one site',
    exchange: {
      headers: { 'Sec-Fetch-Site': 'same-site' },
      credentials: 'include',
      response: setting(ofOurs),
    },
    cause: 'allowed',
    verdict: 'allowed',
    notes: [],
  },
  {
    name: 'not for the cookies of a CDN, nor for one that is removed',
    exchange: {
      credentials: 'omit',
      response: setting('__cf_bm=[masked: 43 characters]; Secure', 'sid=; Max-Age=0'),
    },
    cause: 'allowed',
    verdict: 'allowed',
    notes: [],
  },
  {
    name: 'not if the server doesn’t expect any',
    exchange: {
      credentials: 'omit',
      response: {
        headers: [
          ['Access-Control-Allow-Origin', '*'],
          ['Set-Cookie', ofAll],
        ],
      },
    },
    cause: 'allowed',
    verdict: 'allowed',
    notes: [],
  },
  {
    name: 'not if the response was refused for it: that leads',
    exchange: { credentials: 'omit', response: { ...setting(ofOurs), status: 401 } },
    cause: 'cookies-not-sent',
    verdict: 'allowed',
    notes: [],
  },
  {
    name: 'not if a cookie went along',
    exchange: { url: API, headers: { Cookie: 'sid=[masked: 24 characters]' }, response: setting(ofAll) },
    cause: 'allowed',
    verdict: 'allowed',
    notes: [],
  },
];
