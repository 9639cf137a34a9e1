import { describe, expect, test, vi } from 'vitest';
import { loadCases, scoreCase } from './score.ts';
import { describeScored, tally, VIEWS } from './tally.ts';
import { UNDECIDED, undecidedIn } from './undecided.ts';

// Thousands of evaluations each: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const cases = loadCases();

describe.each(VIEWS)('recorded exchanges, as %s shows them to %s', (engine, view) => {
  const scored = cases.flatMap((each) => scoreCase(each, engine, view));
  const scoredCases = new Set(scored.map(({ id }) => id)).size;
  const listed = undecidedIn(`${engine}, ${view}`);

  test('each is read as the browser did it, or is listed with the reason why it can not be', () => {
    console.table(tally(scored));
    const unlisted = scored.filter(({ id, mark }) => {
      const kind = listed.get(id);
      return mark !== 'right' && kind !== 'hidden' && !(kind === 'told' && mark === 'told');
    });
    expect(unlisted.map(describeScored)).toEqual([]);
  });

  test('no case is listed that is read rightly', () => {
    const undecided = new Set(scored.filter(({ mark }) => mark !== 'right').map(({ id }) => id));
    expect([...listed.keys()].filter((id) => !undecided.has(id))).toEqual([]);
  });

  test('for no more than one in a hundred the truth is not among what is told', () => {
    const missed = new Set(
      scored.filter(({ mark }) => mark !== 'right' && mark !== 'told').map(({ id }) => id),
    );
    expect(missed.size).toBeLessThanOrEqual(0.01 * scoredCases);
  });

  test('almost all are scored', () => {
    expect(scoredCases).toBeGreaterThan(0.95 * cases.length);
  });
});

test('with the raw header lines and Resource Timing, nothing but one case stays undecided in Firefox', () => {
  expect(undecidedIn('firefox, raw-lines').size).toBe(1);
});

test('nothing is listed twice', () => {
  for (const [engine, view] of VIEWS) {
    const ids = UNDECIDED.flatMap(({ cases: lists }) => lists)
      .filter(({ seen }) => seen === `${engine}, ${view}`)
      .flatMap(({ ids: list }) => list.split(/\s+/).filter(Boolean));
    expect(ids.length).toBe(new Set(ids).size);
  }
});
