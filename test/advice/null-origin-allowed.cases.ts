import { allowing } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, trusted } from './origins.ts';

export const cases: readonly AdviceCase[] = [
  {
    name: 'with credentials',
    traffic: [trusted('null')],
    advice: {
      severity: 'high',
      confidence: 'certain',
      says: ['cookies', 'every website can send'],
      actions: ['remove-null'],
    },
  },
  {
    name: 'without',
    traffic: [{ origin: 'null', response: { headers: allowing('null') } }],
    advice: { severity: 'medium', confidence: 'certain' },
  },
  {
    name: 'on a server for development',
    traffic: [{ ...trusted('null'), url: 'http://localhost:8080/items' }],
    advice: { severity: 'low', confidence: 'certain' },
  },
  {
    name: 'not where null didn’t ask, and the browser refused it',
    traffic: [{ origin: OWN, response: { headers: allowing('null') }, outcome: 'blocked' }],
    advice: null,
  },
  {
    name: 'not by *',
    traffic: [{ origin: 'null', credentials: 'omit', response: { headers: allowing('*') } }],
    advice: null,
  },
  {
    name: 'unknown if the answer wasn’t shown',
    traffic: [{ origin: 'null' }],
    unknown: true,
    advice: null,
  },
];
