import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { STRANGER } from './origins.ts';

const OPEN = { credentials: 'omit', response: { headers: allowing('*') } } as const;

export const cases: readonly AdviceCase[] = [
  {
    name: 'with a token',
    traffic: [
      {
        ...OPEN,
        headers: { Authorization: 'Bearer x' },
        preflight: { headers: allowing('*', { 'Access-Control-Allow-Headers': 'Authorization' }) },
      },
    ],
    advice: { severity: 'info', confidence: 'likely', says: ['Authorization'], actions: ['name-origins'] },
  },
  {
    name: 'with a cookie to be set',
    traffic: [
      OPEN,
      { ...OPEN, response: { headers: allowing('*', { 'Set-Cookie': 'session=[masked: 5 characters]' }) } },
    ],
    advice: { severity: 'info', confidence: 'likely', says: ['Set-Cookie'], exchanges: ['x2'] },
  },
  {
    name: 'a public page reads from this computer',
    traffic: [{ ...OPEN, origin: STRANGER, url: 'http://127.0.0.1:11434/api/tags' }],
    advice: { severity: 'high', confidence: 'certain', says: ['every website', '127.0.0.1:11434'] },
  },
  {
    name: 'or from the network',
    traffic: [{ ...OPEN, origin: STRANGER, url: 'http://192.168.1.1/status' }],
    advice: { severity: 'high', confidence: 'certain' },
  },
  {
    name: 'a local page reads from a local server',
    traffic: [{ ...OPEN, origin: PAGE, url: 'http://localhost:8080/items' }],
    advice: { severity: 'info', confidence: 'certain', says: ['while it runs'] },
  },
  {
    name: 'not where nothing looks private',
    traffic: [OPEN],
    advice: null,
  },
  {
    name: 'not if a local server names the origin',
    traffic: [{ url: 'http://localhost:8080/items', response: { headers: allowing(PAGE) } }],
    advice: null,
  },
  {
    name: 'unknown whether it passed',
    traffic: [
      {
        engine: 'firefox',
        response: { headers: allowing('*', { 'Set-Cookie': 'session=[masked: 5 characters]' }) },
      },
    ],
    unknown: true,
    advice: null,
  },
];
