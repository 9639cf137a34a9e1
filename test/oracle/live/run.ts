import type fc from 'fast-check';
import type { EngineName } from '../../browsers/browser.ts';
import { caseArbitrary } from './case-arbitrary.ts';
import { groupBy } from './group-by.ts';
import { type Disagreement, type Judged, judge } from './judge.ts';
import type { OracleCase } from './oracle-case.ts';
import { sample } from './sample.ts';
import type { LiveSession } from './session.ts';
import { type Examine, type Failing, shrinkAll } from './shrink.ts';

const BATCH = 250;

/** Cases that failed in one way: how many, and one of them, shrunk. */
export interface Finding {
  readonly count: number;
  readonly disagreements: readonly Disagreement[];
  /** A line for the table. */
  readonly line: string;
}

export interface OracleRun {
  readonly judged: readonly Judged[];
  readonly findings: readonly Finding[];
}

/** Plays that many generated cases, holds what we say of each against what the browser did, and shrinks what differs. */
export async function runOracle(
  session: LiveSession,
  { seed, cases, say = () => undefined }: { seed: number; cases: number; say?: (line: string) => void },
): Promise<OracleRun> {
  const arbitrary = caseArbitrary();
  const values = sample(arbitrary, seed, cases);
  const examine: Examine = async (batch) => judgeAll(session, batch);
  const judged: Judged[] = [];
  const failing: Failing[] = [];
  for (let from = 0; from < values.length; from += BATCH) {
    const batch = values.slice(from, from + BATCH);
    const results = await examine(batch.map(({ value }) => value));
    judged.push(...results);
    failing.push(...failingOf(batch, results));
    say(`${judged.length} of ${cases} played, ${failing.length} disagreements`);
  }
  return { judged, findings: await findingsOf(arbitrary, failing, examine) };
}

/** Plays the cases and judges each. */
export async function judgeAll(
  session: LiveSession,
  cases: readonly OracleCase[],
): Promise<readonly Judged[]> {
  return (await session.play(cases)).map((performance) => judge(performance, session.engine));
}

function failingOf(values: readonly fc.Value<OracleCase>[], results: readonly Judged[]): readonly Failing[] {
  return values.flatMap((value, index) => {
    const judged = results[index];
    return judged === undefined || judged.disagreements.length === 0 ? [] : [{ value, judged }];
  });
}

async function findingsOf(
  arbitrary: fc.Arbitrary<OracleCase>,
  failing: readonly Failing[],
  examine: Examine,
): Promise<readonly Finding[]> {
  const kinds = groupBy(failing, ({ judged }) => kindOf(judged.disagreements));
  const firsts = [...kinds.values()].flatMap((each) => each[0] ?? []);
  const shrunk = await shrinkAll(arbitrary, firsts, examine);
  const counts = [...kinds.values()].map((each) => each.length);
  return shrunk.map(({ judged }, index) => ({
    count: counts[index] ?? 1,
    disagreements: judged.disagreements,
    line: JSON.stringify(judged.recorded),
  }));
}

/** Two cases that differ in no more than names and numbers fail in one way. */
function kindOf(disagreements: readonly Disagreement[]): string {
  return disagreements
    .map(({ field, expected, actual }) => `${field} ${JSON.stringify(expected)} ${JSON.stringify(actual)}`)
    .map((text) => text.replaceAll(/‘[^’]*’|'[^']*'|https?:\S*|\d+/g, ''))
    .join('\n');
}

export function describeFinding(engine: EngineName, { count, disagreements, line }: Finding): string {
  const lines = disagreements.map(
    ({ field, expected, actual }) =>
      `  ${field}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`,
  );
  return [`${engine}: ${count} like this`, ...lines, line].join('\n');
}
