import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { times } from './traffic-builder.ts';

export const cases: readonly AdviceCase[] = [
  {
    name: 'on responses',
    traffic: times(40, { response: { headers: allowing(PAGE, { 'Access-Control-Max-Age': '600' }) } }),
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: ['Access-Control-Max-Age', '1160 bytes'],
      actions: ['move-headers'],
    },
  },
  {
    name: 'on preflights',
    traffic: times(40, {
      ...PUT_JSON,
      preflight: { headers: { ...ALLOWS_PUT_JSON, 'Access-Control-Expose-Headers': 'ETag' } },
      response: { headers: allowing(PAGE) },
    }),
    advice: { severity: 'info', confidence: 'certain', says: ['Access-Control-Expose-Headers'] },
  },
  {
    name: 'not each where it counts',
    traffic: times(40, {
      ...PUT_JSON,
      preflight: { headers: { ...ALLOWS_PUT_JSON, 'Access-Control-Max-Age': '600' } },
      response: { headers: allowing(PAGE, { 'Access-Control-Expose-Headers': 'ETag' }) },
    }),
    advice: null,
  },
  {
    name: 'not for a few bytes',
    traffic: times(10, { response: { headers: allowing(PAGE, { 'Access-Control-Max-Age': '600' }) } }),
    advice: null,
  },
  { name: 'unknown if no response was seen', traffic: [{ outcome: 'pending' }], unknown: true, advice: null },
];
