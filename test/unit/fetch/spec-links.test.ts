import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { CheckId } from '../../../src/fetch/evaluation.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';

const allowing = (origin: string) => ({ headers: { 'Access-Control-Allow-Origin': origin } });

describe('the standard’s step', () => {
  it.each<[string, CheckId, ExchangeDescription, string]>([
    ['no header', 'allow-origin', { response: {}, outcome: 'blocked' }, 'CORS check 2'],
    [
      'another origin',
      'allow-origin',
      { response: allowing('https://b.example'), outcome: 'blocked' },
      'CORS check 4',
    ],
    ['the origin', 'allow-origin', { credentials: 'omit', response: allowing(PAGE) }, 'CORS check 1–4'],
    [
      'no credentials',
      'allow-credentials',
      { credentials: 'omit', response: allowing(PAGE) },
      'CORS check 5',
    ],
    [
      'credentials',
      'allow-credentials',
      { credentials: 'include', response: allowing(PAGE), outcome: 'blocked' },
      'CORS check 8',
    ],
    [
      'an open question',
      'allow-credentials',
      { engine: 'firefox', response: allowing(PAGE) },
      'CORS check 5–8',
    ],
    [
      'another scheme',
      'redirect-location',
      {
        response: { status: 302, headers: { ...allowing(PAGE).headers, Location: 'ftp://a.example/' } },
        outcome: 'blocked',
      },
      'HTTP-redirect fetch 6',
    ],
    [
      'a password',
      'redirect-location',
      {
        response: { status: 302, headers: { ...allowing(PAGE).headers, Location: 'https://u:p@a.example/' } },
        outcome: 'blocked',
      },
      'HTTP-redirect fetch 9–10',
    ],
  ])('for %s (%s)', (_name, check, description, expected) => {
    const step = evaluate(anExchange(description)).steps.find((each) => each.check === check);
    expect(`${step?.spec.algorithm} ${step?.spec.step}`).toBe(expected);
  });
});
