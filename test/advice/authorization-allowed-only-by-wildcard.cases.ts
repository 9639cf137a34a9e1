import { allowing } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';

const asking = (
  allowed: string,
  headers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
) => ({
  credentials: 'omit' as const,
  headers,
  preflight: { status: 204, headers: allowing('*', { 'Access-Control-Allow-Headers': allowed, ...more }) },
  response: { headers: allowing('*') },
});
const TOKEN = { Authorization: 'Bearer x' };

export const cases: readonly AdviceCase[] = [
  {
    name: 'a token',
    traffic: [asking('*', TOKEN)],
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['the standard doesn’t'],
      actions: ['name-authorization'],
    },
  },
  { name: 'not if it is named, too', traffic: [asking('*, authorization', TOKEN)], advice: null },
  {
    name: 'not where the preflight cache suffers too: that is other advice',
    traffic: [asking('*', TOKEN, { 'Access-Control-Max-Age': '7200' })],
    advice: null,
  },
  { name: 'not for other headers', traffic: [asking('*', { 'X-Trace': '1' })], advice: null },
  {
    name: 'unknown what a preflight said, whose answer was kept',
    traffic: [{ credentials: 'omit', headers: TOKEN, response: { headers: allowing('*') } }],
    unknown: true,
    advice: null,
  },
];
