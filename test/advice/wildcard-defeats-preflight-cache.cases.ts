import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { every, times } from './traffic-builder.ts';

const KEPT = {
  'Access-Control-Allow-Methods': 'PUT',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '7200',
};

function answered(
  lists: Readonly<Record<string, string>>,
  description: ExchangeDescription = {},
): ExchangeDescription {
  return {
    ...PUT_JSON,
    preflight: { status: 204, headers: allowing('*', lists) },
    response: { headers: allowing('*') },
    ...description,
  };
}

const WITH_TOKEN = { headers: { Authorization: '[masked: Bearer, 40 characters]' } };

export const cases: readonly AdviceCase[] = [
  {
    name: 'Firefox asks before every request',
    traffic: every(10, 3, answered(KEPT, { engine: 'firefox' })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: [
        'api.example.com allows content-type only by the * in Access-Control-Allow-Headers',
        'so Firefox asks',
      ],
      evidence: ['Access-Control-Max-Age: 7200'],
      actions: ['list-by-name'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'in Chromium it costs nothing yet',
    traffic: [answered(KEPT)],
    advice: { severity: 'low', confidence: 'certain', says: ['so Firefox asks'] },
  },
  {
    name: 'for Authorization, Chromium asks before every request too',
    traffic: every(10, 3, answered(KEPT, { method: 'GET', ...WITH_TOKEN })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['allows authorization only by the *', 'Firefox and Chromium'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'methods as well as headers',
    traffic: times(2, answered({ ...KEPT, 'Access-Control-Allow-Methods': '*' }, { engine: 'firefox' })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['allows PUT only by the * in Access-Control-Allow-Methods'],
      actions: ['list-by-name', 'list-by-name'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'not if the names stand beside it',
    traffic: every(10, 3, answered({ ...KEPT, 'Access-Control-Allow-Headers': '*, Content-Type' })),
    advice: null,
  },
  {
    name: 'not without a time to keep it: that is another piece of advice',
    traffic: every(
      10,
      3,
      answered({ 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Allow-Headers': '*' }),
    ),
    advice: null,
  },
  {
    name: 'not with credentials, where `*` is refused',
    traffic: [
      {
        ...PUT_JSON,
        credentials: 'include',
        preflight: {
          status: 204,
          headers: { ...allowing(PAGE), ...KEPT, 'Access-Control-Allow-Credentials': 'true' },
        },
        outcome: 'blocked',
      },
    ],
    advice: null,
  },
  {
    name: 'unknown what was answered',
    traffic: [{ ...PUT_JSON, preflight: { error: 'none' }, outcome: 'pending' }],
    unknown: true,
    advice: null,
  },
];
