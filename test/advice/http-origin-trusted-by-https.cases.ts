import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, trusted } from './origins.ts';

const INSECURE = 'http://app.example.com';

export const cases: readonly AdviceCase[] = [
  {
    name: 'with credentials',
    traffic: [trusted(INSECURE)],
    advice: {
      severity: 'medium',
      confidence: 'certain',
      says: [INSECURE, 'without encryption'],
      actions: ['serve-page-over-https'],
    },
  },
  {
    name: 'not without credentials',
    traffic: [{ origin: INSECURE, response: { headers: allowing(INSECURE) } }],
    advice: null,
  },
  { name: 'not a page over https', traffic: [trusted(OWN)], advice: null },
  { name: 'not the developer’s computer', traffic: [trusted(PAGE)], advice: null },
  {
    name: 'not a server without encryption itself',
    traffic: [{ ...trusted(INSECURE), url: 'http://api.example.com/items' }],
    advice: null,
  },
  {
    name: 'unknown if the answer wasn’t shown',
    traffic: [{ origin: INSECURE }],
    unknown: true,
    advice: null,
  },
];
