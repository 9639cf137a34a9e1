import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { times } from './traffic-builder.ts';

function took(milliseconds: number, more: Readonly<Record<string, string>> = {}): ExchangeDescription {
  return {
    ...PUT_JSON,
    preflight: { status: 204, took: milliseconds, headers: { ...ALLOWS_PUT_JSON, ...more } },
    response: { headers: allowing(PAGE) },
  };
}

const LONG = { 'Access-Control-Max-Age': '7200' };

export const cases: readonly AdviceCase[] = [
  {
    name: 'each of them takes long',
    traffic: [took(120), took(240), took(90)],
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['3 preflights to api.example.com took 450 ms: 65 % of the time'],
      evidence: ['Half of them took 120 ms or more'],
      actions: ['answer-early', 'send-max-age'],
    },
  },
  {
    name: 'many short ones add up',
    traffic: times(40, took(30, LONG)),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['40 preflights to api.example.com took 1.2 s'],
      evidence: ['30 ms'],
      actions: ['answer-early'],
    },
  },
  {
    name: 'those that were refused took their time too',
    traffic: times(2, { ...PUT_JSON, preflight: { status: 404, took: 700 }, outcome: 'blocked' }),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['2 preflights to api.example.com took 1.4 s in this recording'],
    },
  },
  {
    name: 'not if half of them are quick, and it adds up to little',
    traffic: [took(30), took(40), took(600), took(100)],
    advice: null,
  },
  {
    name: 'not for one, which may have been slow by chance',
    traffic: [took(1_500)],
    advice: null,
  },
  {
    name: 'unknown how long those took that weren’t answered',
    traffic: times(3, {
      ...PUT_JSON,
      preflight: { took: 900, error: 'net::ERR_FAILED' },
      outcome: 'blocked',
    }),
    unknown: true,
    advice: null,
  },
];
