import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';

const BOTH = allowing('*', { 'Access-Control-Allow-Credentials': 'true' });

export const cases: readonly AdviceCase[] = [
  {
    name: 'without credentials it passes',
    traffic: [{ credentials: 'omit', response: { headers: BOTH } }],
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['no browser accepts credentials'],
      actions: ['drop-allow-credentials'],
    },
  },
  {
    name: 'not if the origin is named',
    traffic: [{ response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' }) } }],
    advice: null,
  },
  {
    name: 'not for what isn’t true',
    traffic: [
      {
        credentials: 'omit',
        response: { headers: allowing('*', { 'Access-Control-Allow-Credentials': 'false' }) },
      },
    ],
    advice: null,
  },
  {
    name: 'not where it was refused, which is a cause of its own',
    traffic: [{ credentials: 'include', response: { headers: BOTH }, outcome: 'blocked' }],
    advice: null,
  },
  {
    name: 'unknown whether it passed',
    traffic: [{ engine: 'firefox', response: { headers: BOTH } }],
    unknown: true,
    advice: null,
  },
];
