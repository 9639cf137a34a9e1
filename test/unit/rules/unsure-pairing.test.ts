import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/rules/index.ts';
import { anExchange, type PreflightAnswer } from '../../rules/exchange-builder.ts';
import { ALLOWS_PUT_JSON, allowing, PAGE, PUT_JSON } from '../../rules/rule-case.ts';

const UNSURE = { confidence: 'likely', candidates: 3 } as const;

function findingsOf(preflight: PreflightAnswer, response?: { readonly status: number }) {
  const exchange = anExchange({
    ...PUT_JSON,
    preflight,
    ...(response === undefined ? {} : { response }),
    outcome: 'blocked',
  });
  return diagnose(exchange).findings.map(({ rule, confidence, evidence }) => [
    rule,
    confidence,
    evidence.key,
  ]);
}

describe('where nobody can tell whose preflight it was', () => {
  it('nothing that was seen in it is certain, and the evidence says why', () => {
    expect(findingsOf({ headers: allowing(PAGE), pairing: UNSURE })).toEqual([
      ['method-not-allowed', 'likely', 'evidence-none+unsure-pairing'],
      ['content-type-not-allowed', 'likely', 'evidence-none+unsure-pairing'],
    ]);
  });

  it('what was less sure before stays so', () => {
    expect(findingsOf({ status: 404, pairing: UNSURE })).toEqual([
      ['preflight-not-handled', 'likely', 'evidence-not-telling+unsure-pairing'],
    ]);
  });

  it('what was seen in the response is as sure as ever: some preflight must have passed', () => {
    expect(findingsOf({ headers: ALLOWS_PUT_JSON, pairing: UNSURE }, { status: 500 })).toEqual([
      ['error-response-without-cors-headers', 'certain', 'evidence-preflight-passed'],
    ]);
  });
});
