import type { ExchangeDescription } from '../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../rules/rule-case.ts';
import type { AdviceCase } from './advice-case.ts';
import { times } from './traffic-builder.ts';

const took = (milliseconds: number): ExchangeDescription => ({
  ...PUT_JSON,
  preflight: { status: 204, took: milliseconds, headers: ALLOWS_PUT_JSON },
  response: { headers: allowing(PAGE) },
});

/** Each for a URL of its own. */
function apart(descriptions: readonly ExchangeDescription[]): readonly ExchangeDescription[] {
  return descriptions.map((each, index) => ({ ...each, url: `https://api.example.com/items/${index}` }));
}

export const cases: readonly AdviceCase[] = [
  {
    name: 'each of them takes long',
    traffic: apart([took(120), took(240), took(90)]),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['3 preflights to api.example.com, each for another URL, took 450 ms: 65 % of the time'],
      evidence: ['Half of them took 120 ms or more'],
      actions: ['answer-early'],
    },
  },
  {
    name: 'many short ones add up',
    traffic: apart(times(40, took(30))),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['40 preflights to api.example.com, each for another URL, took 1.2 s'],
      evidence: ['30 ms'],
    },
  },
  {
    name: 'those that were refused took their time too',
    traffic: apart(times(2, { ...PUT_JSON, preflight: { status: 404, took: 700 }, outcome: 'blocked' })),
    advice: {
      severity: 'low',
      confidence: 'certain',
      says: ['took 1.4 s in this recording'],
    },
  },
  {
    name: 'not if half of them are quick, and it adds up to little',
    traffic: apart([took(30), took(40), took(600), took(100)]),
    advice: null,
  },
  {
    name: 'not for one URL, where the first may have been slow by chance, and the others can be saved',
    traffic: times(5, took(1_500)),
    advice: null,
  },
  {
    name: 'unknown how long those took that weren’t answered',
    traffic: apart(
      times(3, {
        ...PUT_JSON,
        preflight: { took: 900, error: 'net::ERR_FAILED' },
        outcome: 'blocked',
      }),
    ),
    unknown: true,
    advice: null,
  },
];
