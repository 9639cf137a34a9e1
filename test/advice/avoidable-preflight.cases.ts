import type { ExchangeDescription, Headers } from '../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { times } from './traffic-builder.ts';

function passed(headers: Headers, description: ExchangeDescription = {}): ExchangeDescription {
  return {
    headers,
    preflight: {
      status: 204,
      headers: allowing(PAGE, { 'Access-Control-Allow-Headers': '*, authorization' }),
    },
    response: { headers: allowing(PAGE) },
    ...description,
  };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const PASSED_PUT: ExchangeDescription = {
  ...PUT_JSON,
  preflight: { status: 204, headers: ALLOWS_PUT_JSON },
  response: { headers: allowing(PAGE) },
};

export const cases: readonly AdviceCase[] = [
  {
    name: 'Content-Type of a request without a body',
    traffic: [passed(JSON_TYPE), passed(JSON_TYPE), PASSED_PUT],
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['Preflights to api.example.com that nothing but content-type made necessary: 2 of 3'],
      actions: ['leave-out-content-type'],
      exchanges: ['x1', 'x2'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'headers of libraries, which the server may want',
    traffic: [
      passed({ 'X-Requested-With': 'XMLHttpRequest' }),
      passed({ 'Cache-Control': 'no-cache', Pragma: 'no-cache' }),
    ],
    advice: {
      severity: 'low',
      confidence: 'likely',
      says: ['x-requested-with, cache-control, pragma made necessary: 2 of 2'],
      evidence: ['whether the server needs it can’t be seen'],
      actions: ['leave-out-requested-with', 'leave-out-caching-headers'],
      cost: { requests: 2, milliseconds: 60 },
    },
  },
  {
    name: 'two such headers on one request count once',
    traffic: [passed({ 'X-Requested-With': 'XMLHttpRequest', ...JSON_TYPE })],
    advice: {
      severity: 'low',
      confidence: 'likely',
      actions: ['leave-out-content-type', 'leave-out-requested-with'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'a response header that the page sends',
    traffic: [passed({ 'Access-Control-Allow-Origin': '*' })],
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['access-control-allow-origin'],
      actions: ['leave-out-response-headers'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'an upload listener',
    traffic: [passed({ 'Content-Type': 'text/plain' }, { method: 'POST' })],
    advice: {
      severity: 'low',
      confidence: 'likely',
      says: ['xhr.upload'],
      actions: ['leave-out-upload-listener'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'JSON, which nobody should be talked out of',
    traffic: times(10, passed(JSON_TYPE, { method: 'POST' })),
    advice: {
      severity: 'info',
      confidence: 'certain',
      says: ['Content-Type: application/json made necessary: 10 of 10'],
      actions: [],
    },
  },
  {
    name: 'not for JSON now and then',
    traffic: times(9, passed(JSON_TYPE, { method: 'POST' })),
    advice: null,
  },
  {
    name: 'JSON isn’t counted beside what can be left out',
    traffic: [passed(JSON_TYPE, { method: 'POST' }), passed(JSON_TYPE)],
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['1 of 2'],
      exchanges: ['x2'],
      cost: { requests: 1, milliseconds: 30 },
    },
  },
  {
    name: 'not if the method needs one anyway',
    traffic: [
      passed(
        { 'X-Requested-With': 'XMLHttpRequest' },
        {
          method: 'PUT',
          preflight: {
            status: 204,
            headers: allowing(PAGE, {
              'Access-Control-Allow-Methods': 'PUT',
              'Access-Control-Allow-Headers': 'x-requested-with',
            }),
          },
        },
      ),
    ],
    advice: null,
  },
  {
    name: 'not if a token needs one anyway, nor for JSON with such a header',
    traffic: [
      passed({ ...JSON_TYPE, Authorization: '[masked: Bearer, 40 characters]' }),
      passed({ ...JSON_TYPE, 'X-Requested-With': 'XMLHttpRequest' }, { method: 'POST' }),
    ],
    advice: null,
  },
  {
    name: 'not for a defence against forged requests',
    traffic: [passed({ 'X-CSRF-Token': '[masked]' })],
    advice: null,
  },
  {
    name: 'not where an answer was still kept, or nothing had to be asked',
    traffic: [{ headers: JSON_TYPE, response: { headers: allowing(PAGE) } }],
    advice: null,
  },
  {
    name: 'unknown what a server makes of a preflight that it hasn’t answered',
    traffic: [{ headers: JSON_TYPE, preflight: { error: 'none' }, outcome: 'pending' }],
    unknown: true,
    advice: null,
  },
];
