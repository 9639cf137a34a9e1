import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { allowing, PAGE } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';

/** An answer that allows just what was asked for. */
function echoed(
  header: string,
  more: Readonly<Record<string, string>>,
  allows = header,
): ExchangeDescription {
  return {
    headers: { [header]: '1' },
    preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Headers': allows, ...more }) },
    response: { headers: allowing(PAGE) },
  };
}

function echoedMethod(method: string, more: Readonly<Record<string, string>>): ExchangeDescription {
  return {
    method,
    preflight: { status: 204, headers: allowing(PAGE, { 'Access-Control-Allow-Methods': method, ...more }) },
    response: { headers: allowing(PAGE) },
  };
}

const VIA = { Via: '1.1 cache.example' };

export const cases: readonly AdviceCase[] = [
  {
    name: 'headers are echoed through a cache',
    traffic: [echoed('x-a', VIA), echoed('X-B', VIA)],
    advice: {
      severity: 'low',
      confidence: 'possible',
      says: ['without Vary: Access-Control-Request-Headers'],
      evidence: ['got x-a and x-b in Access-Control-Allow-Headers', 'via'],
      actions: ['name-in-vary'],
    },
  },
  {
    name: 'methods are',
    traffic: [echoedMethod('PUT', { Age: '12' }), echoedMethod('DELETE', { Age: '0' })],
    advice: {
      severity: 'low',
      confidence: 'possible',
      says: ['without Vary: Access-Control-Request-Method'],
      evidence: ['age shows'],
    },
  },
  {
    name: 'not if `Vary` says so',
    traffic: [
      echoed('x-a', { ...VIA, Vary: 'Origin, access-control-request-headers' }),
      echoed('x-b', { ...VIA, Vary: '*' }),
    ],
    advice: null,
  },
  {
    name: 'not if all of them get the whole list',
    traffic: [echoed('x-a', VIA, 'x-a, x-b'), echoed('x-b', VIA, 'x-b, x-a')],
    advice: null,
  },
  {
    name: 'not if the lists differ for another reason',
    traffic: [echoed('x-a', VIA, 'x-a, x-c'), echoed('x-a', VIA, 'x-a, x-d')],
    advice: null,
  },
  {
    name: 'not for preflights that were refused',
    traffic: [echoed('x-a', VIA), echoed('x-b', VIA)].map((each) => ({
      ...each,
      preflight: { ...each.preflight, status: 403 },
      outcome: 'blocked',
    })),
    advice: null,
  },
  {
    name: 'not if nothing shows a cache',
    traffic: [echoed('x-a', {}), echoed('x-b', {})],
    advice: null,
  },
  {
    name: 'not if caches may not keep it',
    traffic: ['x-a', 'x-b'].map((name) => echoed(name, { ...VIA, 'Cache-Control': 'max-age=0, no-store' })),
    advice: null,
  },
  {
    name: 'not for different URLs',
    traffic: [echoed('x-a', VIA), { ...echoed('x-b', VIA), url: 'https://api.example.com/other' }],
    advice: null,
  },
  {
    name: 'unknown with a single preflight',
    traffic: [echoed('x-a', VIA)],
    unknown: true,
    advice: null,
  },
];
