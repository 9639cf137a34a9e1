import { describe, expect, it, vi } from 'vitest';
import { evaluate } from '../../../../src/fetch/evaluate.ts';
import type { EvaluatedExchange } from '../../../../src/rules/advice/advice.ts';
import { adviseOn } from '../../../../src/rules/index.ts';
import { exchangeOfCase } from '../../../oracle/recorded/exchange-of-case.ts';
import { loadCases } from '../../../oracle/recorded/score.ts';

// Thousands of evaluations, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const cases = loadCases();

describe.each(['chromium', 'firefox'] as const)('what %s allowed in the recording', (engine) => {
  const allowed = cases.flatMap((each): readonly EvaluatedExchange[] => {
    const exchange = exchangeOfCase(each, engine, 'resource-timing');
    if (exchange === null) return [];
    const evaluation = evaluate(exchange);
    return evaluation.verdict === 'allowed' ? [{ exchange, evaluation }] : [];
  });

  it('is hundreds of exchanges', () => {
    expect(allowed.length).toBeGreaterThan(500);
  });

  it('alarms nobody, each by itself', () => {
    const alarms = allowed.flatMap((each) =>
      adviseOn([each])
        .filter(({ severity }) => severity === 'high')
        .map(({ rule }) => `${each.exchange.id}: ${rule}`),
    );
    expect(alarms).toEqual([]);
  });

  it('gets advice all together', () => {
    expect(adviseOn(allowed).length).toBeGreaterThan(0);
  });
});
