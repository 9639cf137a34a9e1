import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';

export const cases: readonly AdviceCase[] = [
  {
    name: 'on a preflight',
    traffic: [
      {
        ...PUT_JSON,
        preflight: { headers: { ...ALLOWS_PUT_JSON, 'Access-Control-Allow-Private-Network': 'true' } },
        response: { headers: allowing(PAGE) },
      },
    ],
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: ['no browser acts on'],
      actions: ['remove-private-network'],
    },
  },
  { name: 'not without it', traffic: [{ response: { headers: allowing(PAGE) } }], advice: null },
  {
    name: 'unknown if no answer to the preflight was seen',
    traffic: [{ ...PUT_JSON, preflight: { error: 'none' }, outcome: 'pending' }],
    unknown: true,
    advice: null,
  },
];
