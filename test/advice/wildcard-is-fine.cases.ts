import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';

const FONT = { type: 'font', credentials: 'omit', response: { headers: allowing('*') } } as const;

export const cases: readonly AdviceCase[] = [
  {
    name: 'fonts',
    traffic: [FONT, FONT],
    advice: { severity: 'info', confidence: 'likely', says: ['right for what is public'], actions: [] },
  },
  {
    name: 'not with a token',
    traffic: [FONT, { ...FONT, headers: { Authorization: 'Bearer x' } }],
    advice: null,
  },
  {
    name: 'not on this computer',
    traffic: [{ ...FONT, url: 'http://localhost:8080/a.woff2' }],
    advice: null,
  },
  {
    name: 'not if the origin is named',
    traffic: [{ ...FONT, response: { headers: allowing(PAGE) } }],
    advice: null,
  },
  {
    name: 'unknown whether it passed',
    traffic: [{ engine: 'firefox', response: { headers: allowing('*') } }],
    unknown: true,
    advice: null,
  },
];
