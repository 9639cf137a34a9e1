import { expect, test, vi } from 'vitest';
import { isBlocked } from '../../../src/fetch/is-blocked.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { exchangeOfCase } from './exchange-of-case.ts';
import { loadCases } from './score.ts';
import { VIEWS } from './tally.ts';

// Thousands of diagnoses each: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const cases = loadCases();

test.each(VIEWS)('what counts as blocked is what is diagnosed so, as %s shows it to %s', (engine, view) => {
  const exchanges = cases.flatMap((each) => exchangeOfCase(each, engine, view) ?? []);
  const differing = exchanges.filter((each) => isBlocked(each) !== (diagnose(each).verdict === 'blocked'));
  expect(differing.map(({ id }) => id)).toEqual([]);
  const blocked = exchanges.filter(isBlocked).length;
  expect(blocked).toBeGreaterThan(0.2 * exchanges.length);
  expect(blocked).toBeLessThan(0.8 * exchanges.length);
});
