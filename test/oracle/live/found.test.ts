import { describe, expect, test } from 'vitest';
import { ENGINES } from '../../e2e/session.ts';
import { loadFound } from './found.ts';
import { judgeRecorded } from './judge.ts';

describe.each(ENGINES)('cases that were once read wrongly in %s', (engine) => {
  const played = loadFound().filter(({ truth }) => truth[engine].serverLog.length > 0);

  test('there are some', () => {
    expect(played).not.toEqual([]);
  });

  test.each(played.map((each) => [`${each.id}: ${each.note}`, each] as const))('%s', (_, recorded) => {
    expect(judgeRecorded(recorded, engine).disagreements).toEqual([]);
  });
});
