import { ALLOWS_PUT_JSON, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, trusting } from './origins.ts';

const FORM = {
  method: 'POST',
  headers: { 'Content-Type': 'text/plain', Cookie: 'session=[masked: 5 characters]' },
  credentials: 'include',
  response: { headers: trusting(PAGE) },
} as const;

export const cases: readonly AdviceCase[] = [
  {
    name: 'a simple POST with cookies',
    traffic: [FORM],
    advice: { severity: 'info', confidence: 'possible', says: ['any website'], actions: ['check-origin'] },
  },
  {
    name: 'also if the browser kept the response back',
    traffic: [{ ...FORM, response: {}, outcome: 'blocked' }],
    advice: { severity: 'info', confidence: 'possible' },
  },
  {
    name: 'not what the server refused',
    traffic: [{ ...FORM, response: { status: 403, headers: trusting(PAGE) } }],
    advice: null,
  },
  {
    name: 'not with a preflight',
    traffic: [
      {
        ...FORM,
        headers: { 'Content-Type': 'application/json', Cookie: 'session=[masked: 5 characters]' },
        preflight: { headers: { ...ALLOWS_PUT_JSON, 'Access-Control-Allow-Credentials': 'true' } },
      },
    ],
    advice: null,
  },
  {
    name: 'not a page of the same site',
    traffic: [{ ...FORM, origin: OWN, response: { headers: trusting(OWN) } }],
    advice: null,
  },
  {
    name: 'unknown if the request headers weren’t shown',
    traffic: [{ ...FORM, headers: {}, credentials: 'unknown' }],
    unknown: true,
    advice: null,
  },
];
