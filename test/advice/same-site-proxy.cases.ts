import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';

const APP = 'https://www.example.com';
const LOCAL_API = 'http://127.0.0.1:8000/items';

function put(origin: string, more: ExchangeDescription = {}): ExchangeDescription {
  return {
    ...PUT_JSON,
    origin,
    preflight: { status: 204, headers: { ...ALLOWS_PUT_JSON, ...allowing(origin) } },
    response: { headers: allowing(origin) },
    ...more,
  };
}

export const cases: readonly AdviceCase[] = [
  {
    name: 'one site, by its names, and preflights to save',
    traffic: [put(APP), put(APP), { origin: APP, response: { headers: allowing(APP) } }],
    unknown: true,
    advice: {
      severity: 'info',
      confidence: 'likely',
      says: ['https://www.example.com and https://api.example.com are of the same site'],
      evidence: ['or blocked: 2'],
      actions: ['route-path'],
      exchanges: ['x1', 'x2'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'failures to save, and nothing that they have cost',
    traffic: [{ origin: APP, response: {}, outcome: 'blocked' }],
    unknown: true,
    advice: { severity: 'info', confidence: 'likely', actions: ['route-path'] },
  },
  {
    name: 'both on this computer',
    traffic: [put(PAGE, { url: LOCAL_API })],
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: ['passed requests on to http://127.0.0.1:8000, pages of http://localhost:5173'],
      actions: ['use-dev-proxy'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'another site’s page isn’t counted',
    traffic: [put('https://partner.example.org'), put(APP)],
    unknown: true,
    advice: {
      severity: 'info',
      confidence: 'likely',
      exchanges: ['x2'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'not if there is nothing to save',
    traffic: [{ origin: APP, response: { headers: allowing(APP) } }],
    advice: null,
  },
  {
    name: 'not for different sites, nor for neighbours on shared hosting',
    traffic: [put(PAGE), put('https://app.github.io', { url: 'https://api.github.io/items' })],
    advice: null,
  },
  {
    name: 'not for a page of an opaque origin',
    traffic: [put('null', { url: LOCAL_API })],
    advice: null,
  },
];
