import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { OWN, trusted } from './origins.ts';

export const cases: readonly AdviceCase[] = [
  {
    name: 'localhost',
    traffic: [trusted(PAGE), trusted(OWN)],
    advice: {
      severity: 'medium',
      confidence: 'likely',
      says: [PAGE, 'api.example.com'],
      actions: ['allow-in-development-only'],
      exchanges: ['x1'],
    },
  },
  {
    name: 'a tunnel',
    traffic: [trusted('https://ab12.ngrok-free.app')],
    advice: { severity: 'medium', confidence: 'certain', says: ['anyone can put a page there'] },
  },
  {
    name: 'not a server for trying things out',
    traffic: [{ ...trusted(PAGE), url: 'https://api.staging.example.com/items' }],
    advice: null,
  },
  {
    name: 'not a tunnel to a developer’s own server',
    traffic: [{ ...trusted(PAGE), url: 'https://ab12.ngrok-free.app/items' }],
    advice: null,
  },
  {
    name: 'not a local server',
    traffic: [{ ...trusted(PAGE), url: 'http://localhost:8080/items' }],
    advice: null,
  },
  {
    name: 'not without credentials',
    traffic: [{ response: { headers: allowing(PAGE) } }],
    advice: null,
  },
  {
    name: 'unknown whether it is production: its name doesn’t say',
    traffic: [trusted(PAGE)],
    unknown: true,
    advice: { severity: 'medium', confidence: 'likely' },
  },
];
