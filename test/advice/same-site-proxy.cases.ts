import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { times } from './traffic-builder.ts';

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
    traffic: [...times(5, put(APP)), { origin: APP, response: { headers: allowing(APP) } }],
    unknown: true,
    advice: {
      severity: 'info',
      confidence: 'likely',
      says: ['https://www.example.com and https://api.example.com are of the same site'],
      evidence: ['or blocked: 5'],
      actions: ['route-path'],
      exchanges: ['x1', 'x2', 'x3', 'x4', 'x5'],
      cost: { requests: 5, milliseconds: 150 },
    },
  },
  {
    name: 'failures to save, and nothing that they have cost',
    traffic: times(5, { origin: APP, response: {}, outcome: 'blocked' }),
    unknown: true,
    advice: { severity: 'info', confidence: 'likely', actions: ['route-path'] },
  },
  {
    name: 'both on this computer',
    traffic: times(5, put(PAGE, { url: LOCAL_API })),
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: ['passed requests on to http://127.0.0.1:8000, pages of http://localhost:5173'],
      actions: ['use-dev-proxy'],
      cost: { requests: 5, milliseconds: 150 },
    },
  },
  {
    name: 'another site’s page isn’t counted',
    traffic: [put('https://partner.example.org'), ...times(5, put(APP))],
    unknown: true,
    advice: {
      severity: 'info',
      confidence: 'likely',
      exchanges: ['x2', 'x3', 'x4', 'x5', 'x6'],
      cost: { requests: 5, milliseconds: 150 },
    },
  },
  {
    name: 'not if there is nothing to save',
    traffic: times(9, { origin: APP, response: { headers: allowing(APP) } }),
    advice: null,
  },
  {
    name: 'not for a few preflights',
    traffic: times(4, put(APP)),
    advice: null,
  },
  {
    name: 'not for different sites, nor for neighbours on shared hosting',
    traffic: [
      ...times(5, put(PAGE)),
      ...times(5, put('https://app.github.io', { url: 'https://api.github.io/items' })),
    ],
    advice: null,
  },
  {
    name: 'not for a page of an opaque origin',
    traffic: times(5, put('null', { url: LOCAL_API })),
    advice: null,
  },
];
