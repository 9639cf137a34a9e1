import { describe, expect, test, vi } from 'vitest';
import { diagnose } from '../../../src/rules/index.ts';
import { exchangeOfCase, type View } from './exchange-of-case.ts';
import { notPredictedFrom } from './not-predicted.ts';
import { otherThan, type PredictionMark, type RecordedEngine, scorePrediction } from './predict.ts';
import { loadCases } from './score.ts';

// Thousands of evaluations each: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const cases = loadCases();

const SEEN = [
  ['chromium', 'web-request'],
  ['firefox', 'resource-timing'],
  ['firefox', 'raw-lines'],
] as const satisfies readonly (readonly [RecordedEngine, View])[];

describe.each(SEEN)('what %s exchanged, as it shows it to %s', (ran, view) => {
  const listed = notPredictedFrom(`${ran}, ${view}`);
  const other = otherThan(ran);
  const marks = cases.flatMap((each) => {
    const mark = scorePrediction(each, ran, view);
    return mark === null ? [] : [[each.id, mark] as const];
  });

  test(`predicts what ${other} does, or the case is listed with the reason why it can not`, () => {
    const counts: Record<PredictionMark, number> = { right: 0, open: 0, wrong: 0 };
    for (const [, mark] of marks) counts[mark] += 1;
    console.log(`${other} predicted from ${ran}, ${view}:`, counts);
    const unlisted = marks.filter(([id, mark]) => mark !== (listed.get(id)?.mark ?? 'right'));
    expect(unlisted).toEqual([]);
  });

  test('no case is listed that is not compared', () => {
    const compared = new Set(marks.map(([id]) => id));
    expect([...listed.keys()].filter((id) => !compared.has(id))).toEqual([]);
  });

  test('the diagnosis names the difference wherever it can know of one', () => {
    const named = cases.flatMap((each) => {
      const expected = listed.get(each.id);
      const exchange = exchangeOfCase(each, ran, view);
      if (expected === undefined || exchange === null) return [];
      const disagreement = diagnose(exchange).disagreements.find(({ engine }) => engine === other);
      return [{ id: each.id, because: disagreement?.because ?? [], expected: expected.because }];
    });
    expect(named.filter(({ because, expected }) => because.join() !== expected.join())).toEqual([]);
  });

  test('where it says that the other engine decides otherwise, the other engine did', () => {
    const claims = cases.flatMap((each) => {
      if (scorePrediction(each, ran, view) === null) return [];
      const exchange = exchangeOfCase(each, ran, view);
      const found = exchange && diagnose(exchange).disagreements.find(({ engine }) => engine === other);
      if (found?.outcome !== 'passes' && found?.outcome !== 'fails') return [];
      return [{ id: each.id, claimed: found.outcome === 'passes', did: each.truth[other].ok }];
    });
    expect(claims.length).toBeGreaterThan(5);
    expect(claims.filter(({ claimed, did }) => claimed !== did)).toEqual([]);
  });
});
