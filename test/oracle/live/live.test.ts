import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '../../e2e/session.ts';
import { openConfiguredStage } from './configured-stage.ts';
import { DECIDING, decidingChecks } from './coverage.ts';
import { loadFound, withoutTruth } from './found.ts';
import { repairAll } from './repair.ts';
import { tryConfigurations } from './round-trip.ts';
import { describeFinding, judgeAll, type OracleRun, runOracle } from './run.ts';
import { type LiveSession, openLiveSession } from './session.ts';

const SEED = 20261121;
const CASES = 600;

/** The browser is the oracle: what it does with generated requests, against what our rules say of them. */
describe.each(ENGINES)(`${CASES} generated exchanges of seed ${SEED} in %s`, (engine) => {
  let session: LiveSession;
  let run: OracleRun;

  beforeAll(async () => {
    session = await openLiveSession(engine);
    run = await runOracle(session, { seed: SEED, cases: CASES });
  });

  afterAll(async () => {
    await session?.close();
  });

  test('the rules, and what the recorder saw, agree with the browser', () => {
    expect(run.findings.map((finding) => describeFinding(engine, finding)).join('\n')).toBe('');
  });

  test('every check decides some of them', () => {
    const seen = decidingChecks(run.judged, engine);
    console.table(seen);
    expect(DECIDING.filter((name) => seen[name] === undefined)).toEqual([]);
  });

  test('every fix makes the browser let script read the response', async () => {
    const { failed, ...counts } = await repairAll(
      session,
      run.judged.map(({ recorded }) => recorded),
    );
    console.log(`Repaired in ${engine}:`, counts);
    expect(failed).toEqual([]);
    expect(counts.atOnce).toBeGreaterThan(CASES / 10);
  });

  test('every policy, put on a plain Node.js server by its own generator, lets its request pass', async () => {
    const configured = await openLiveSession(engine, openConfiguredStage);
    try {
      const cases = run.judged.map(({ recorded }) => recorded);
      const { failed, ...counts } = await tryConfigurations(configured, cases);
      console.log(`Configured in ${engine}:`, counts);
      expect(failed).toEqual([]);
      expect(counts.passed).toBeGreaterThan(CASES / 10);
    } finally {
      await configured.close();
    }
  });

  test('cases that were once read wrongly are read rightly', async () => {
    const judged = await judgeAll(session, loadFound().map(withoutTruth));
    expect(judged.flatMap(({ disagreements }) => disagreements)).toEqual([]);
  });
});
