import { allowing } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, trusted } from './origins.ts';

const EXTENSION = 'chrome-extension://abcdefghijklmnop';

export const cases: readonly AdviceCase[] = [
  {
    name: 'an extension',
    traffic: [trusted(EXTENSION), trusted(OWN)],
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: [EXTENSION],
      actions: ['use-host-permission'],
      exchanges: ['x1'],
    },
  },
  {
    name: 'not by *',
    traffic: [{ origin: EXTENSION, credentials: 'omit', response: { headers: allowing('*') } }],
    advice: null,
  },
  { name: 'not a page', traffic: [trusted(OWN)], advice: null },
  { name: 'unknown if no response was seen', traffic: [{ origin: EXTENSION }], unknown: true, advice: null },
];
