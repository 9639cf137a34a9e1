import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON, STARTED_AT } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { every, times } from './traffic-builder.ts';

function put(
  more: Readonly<Record<string, string>> = {},
  description: ExchangeDescription = {},
): ExchangeDescription {
  return {
    ...PUT_JSON,
    credentials: 'omit',
    preflight: { status: 204, headers: { ...ALLOWS_PUT_JSON, ...more } },
    response: { headers: allowing(PAGE) },
    ...description,
  };
}

const WITHOUT_NAMES = { 'Access-Control-Allow-Methods': '*', 'Access-Control-Allow-Headers': '*' };

export const cases: readonly AdviceCase[] = [
  {
    name: 'no header, and the same URL again and again',
    traffic: every(10, 3, put()),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['api.example.com sends no Access-Control-Max-Age', 'cost 2 of 3 preflights'],
      evidence: ['Of 3 preflights', '2 would have found an answer', 'Access-Control-Max-Age: 7200'],
      actions: ['send-max-age'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'a short time',
    traffic: every(61, 4, put({ 'Access-Control-Max-Age': '60' })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['sends Access-Control-Max-Age: 60, and that cost 3 of 4'],
      cost: { requests: 3, milliseconds: 90 },
    },
  },
  {
    name: 'a time that Firefox can’t read',
    traffic: times(2, put({ 'Access-Control-Max-Age': '10m' }, { engine: 'firefox' })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['sends Access-Control-Max-Age: 10m'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'only what a browser would keep: 7200 s count from the answer that it got',
    traffic: every(4_000, 4, put()),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['cost 2 of 4'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'Safari keeps no answer for longer than ten minutes',
    traffic: every(400, 4, put({}, { engine: 'webkit' })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['cost 2 of 4'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'in Firefox, `*` has to go too',
    traffic: every(10, 2, put(WITHOUT_NAMES, { engine: 'firefox' })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      actions: ['send-max-age', 'list-by-name', 'list-by-name'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'only the URL that was asked for again is shown',
    traffic: [
      ...every(10, 2, put()),
      put({}, { url: 'https://api.example.com/other', startedAt: STARTED_AT + 30_000 }),
    ],
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['cost 1 of 2'],
      exchanges: ['x1', 'x2'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'a preflight that was refused in between isn’t counted',
    traffic: every(10, 3, put()).map((each, index) =>
      index === 1
        ? { ...PUT_JSON, startedAt: STARTED_AT + 10_000, preflight: { status: 503 }, outcome: 'blocked' }
        : each,
    ),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['cost 1 of 2'],
      exchanges: ['x1', 'x3'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'not if each URL is called once',
    traffic: ['/1', '/2', '/3'].map((path, index) =>
      put({}, { url: `https://api.example.com/items${path}`, startedAt: STARTED_AT + index * 10_000 }),
    ),
    advice: null,
  },
  {
    name: 'not for two pages, each of which asks once',
    traffic: [put(), put({}, { origin: 'http://localhost:3000', startedAt: STARTED_AT + 10_000 })].map(
      (each) => ({
        ...each,
        preflight: { status: 204, headers: { ...ALLOWS_PUT_JSON, 'Access-Control-Allow-Origin': '*' } },
        response: { headers: allowing('*') },
      }),
    ),
    advice: null,
  },
  {
    name: 'not for requests that started before the first answer came',
    traffic: times(3, put({}, { startedAt: STARTED_AT })),
    advice: null,
  },
  {
    name: 'not for what was asked although an answer still counted',
    traffic: times(3, put()),
    advice: null,
  },
  {
    name: 'not if it is as long as Safari keeps it',
    traffic: every(700, 3, put({ 'Access-Control-Max-Age': '600' })),
    advice: null,
  },
  {
    name: 'not for preflights that were refused',
    traffic: every(10, 3, {
      ...PUT_JSON,
      preflight: { status: 404, headers: ALLOWS_PUT_JSON },
      outcome: 'blocked',
    }),
    advice: null,
  },
  {
    name: 'not if what was kept never covers the next request',
    traffic: every(10, 4, put()).map((each, index) => {
      const method = index % 2 === 0 ? 'PUT' : 'DELETE';
      const headers = { ...allowing(PAGE), 'Access-Control-Allow-Headers': 'Content-Type' };
      return {
        ...each,
        method,
        preflight: { status: 204, headers: { ...headers, 'Access-Control-Allow-Methods': method } },
      };
    }),
    advice: null,
  },
  {
    name: 'unknown whether credentials were sent, which keeps answers apart',
    traffic: every(
      10,
      2,
      put(
        { 'Access-Control-Allow-Credentials': 'true' },
        {
          credentials: 'unknown',
          response: { headers: allowing(PAGE, { 'Access-Control-Allow-Credentials': 'true' }) },
        },
      ),
    ),
    unknown: true,
    advice: {
      severity: 'low',
      confidence: 'likely',
      evidence: ['credentials mode, and that wasn’t to be seen'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'unknown whether the browser uses its cache at all: it asked too early as well',
    traffic: [0, 1, 12].map((seconds) => put({}, { startedAt: STARTED_AT + seconds * 1_000 })),
    unknown: true,
    advice: {
      severity: 'low',
      confidence: 'possible',
      evidence: ['“Disable cache”'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'unknown what the preflights were answered',
    traffic: every(10, 3, { ...PUT_JSON, preflight: { error: 'net::ERR_FAILED' }, outcome: 'blocked' }),
    unknown: true,
    advice: null,
  },
];
