import type fc from 'fast-check';
import type { Judged } from './judge.ts';
import type { OracleCase } from './oracle-case.ts';

export interface Failing {
  readonly value: fc.Value<OracleCase>;
  readonly judged: Judged;
}

/** Plays cases and says what is wrong with each. */
export type Examine = (cases: readonly OracleCase[]) => Promise<readonly Judged[]>;

const CANDIDATES_AT_ONCE = 30;
const MOST_ROUNDS = 60;

/**
 * The smallest cases that fail as these do. All are shrunk side by side: a round plays some smaller candidates of each,
 * and goes on with the first that still fails.
 */
export async function shrinkAll(
  arbitrary: fc.Arbitrary<OracleCase>,
  failing: readonly Failing[],
  examine: Examine,
): Promise<readonly Failing[]> {
  const runs = failing.map((each) => ({ smallest: each, candidates: candidatesOf(arbitrary, each) }));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const tried = runs.map(({ candidates }) => take(candidates, CANDIDATES_AT_ONCE));
    if (tried.every((each) => each.length === 0)) break;
    const judged = (await examine(tried.flat().map(({ value }) => value))).values();
    for (const [index, run] of runs.entries()) {
      const judgedHere = (tried[index] ?? []).map((value): Failing | null => {
        const result = judged.next().value;
        return result === undefined ? null : { value, judged: result };
      });
      const smaller = judgedHere.find(
        (each) => each !== null && failsAlike(each.judged, run.smallest.judged),
      );
      if (smaller === undefined || smaller === null) continue;
      run.smallest = smaller;
      run.candidates = candidatesOf(arbitrary, smaller);
    }
  }
  return runs.map(({ smallest }) => smallest);
}

function candidatesOf(
  arbitrary: fc.Arbitrary<OracleCase>,
  { value }: Failing,
): Iterator<fc.Value<OracleCase>> {
  return arbitrary.shrink(value.value, value.context)[Symbol.iterator]();
}

function take<T>(from: Iterator<T>, count: number): readonly T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = from.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

function failsAlike(a: Judged, b: Judged): boolean {
  return a.disagreements.some(({ field }) => b.disagreements.some((other) => other.field === field));
}
