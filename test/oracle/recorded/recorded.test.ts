import { describe, expect, test, vi } from 'vitest';
import { scorePrediction } from './predict.ts';
import { loadCases, type Mark, type Scored, scoreCase } from './score.ts';

type Tally = Record<Mark, number>;

// Thousands of evaluations each: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const cases = loadCases();

function tally(scored: readonly Scored[]): Map<string, Tally> {
  const byField = new Map<string, Tally>();
  for (const { field, mark } of scored) {
    const counts = byField.get(field) ?? { right: 0, open: 0, wrong: 0 };
    counts[mark] += 1;
    byField.set(field, counts);
  }
  return byField;
}

function describeWrong(scored: readonly Scored[]): readonly string[] {
  return scored
    .filter(({ mark }) => mark === 'wrong')
    .map(({ id, field, expected, actual }) => `${id} ${field}: ${actual} instead of ${expected}`);
}

describe('recorded exchanges of Chromium 156 and Firefox 153', () => {
  test('nothing that webRequest shows is read wrongly', () => {
    const scored = cases.flatMap((each) => [...scoreCase(each, 'chromium'), ...scoreCase(each, 'firefox')]);
    const byField = tally(scored);
    console.table(Object.fromEntries(byField));
    expect(describeWrong(scored)).toEqual([]);
    // The rest can't be told from outside; it must stay that little.
    for (const field of [
      'chromium verdict',
      'chromium preflighted',
      'chromium readable',
      'firefox preflighted',
    ]) {
      expect(byField.get(field)?.open, field).toBe(0);
    }
    expect(byField.get('firefox verdict')?.open).toBeLessThan(0.02 * cases.length);
    expect(byField.get('chromium corsError')?.open).toBeLessThan(0.08 * cases.length);
    expect(byField.get('firefox key')?.open).toBeLessThan(0.05 * cases.length);
    expect(byField.get('chromium verdict')?.right).toBeGreaterThan(0.95 * cases.length);
  });

  test('with Resource Timing, Firefox hides only empty duplicate lines', () => {
    const scored = cases.flatMap((each) => scoreCase(each, 'firefox', true));
    const byField = tally(scored);
    expect(describeWrong(scored)).toEqual([]);
    expect(byField.get('firefox verdict')?.open).toBeLessThan(0.01 * cases.length);
    expect(byField.get('firefox readable')?.open).toBe(0);
  });

  test.each([
    ['chromium', 'firefox'],
    ['firefox', 'chromium'],
  ] as const)('what %s exchanged predicts what %s does', (ran, predicted) => {
    const counts: Tally = { right: 0, open: 0, wrong: 0 };
    for (const each of cases) {
      const mark = scorePrediction(each, ran, predicted);
      if (mark !== null) counts[mark] += 1;
    }
    console.log(`${predicted} predicted from ${ran}:`, counts);
    // Wrong are only header lines that one parser drops, and User-Agent set by script.
    const all = counts.right + counts.open + counts.wrong;
    expect(counts.wrong).toBeLessThan(0.005 * all);
    expect(counts.right).toBeGreaterThan(0.96 * all);
  });
});
