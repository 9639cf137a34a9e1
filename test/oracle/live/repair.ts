import { evaluate } from '../../../src/fetch/evaluate.ts';
import type { Evaluation, LocatedFault } from '../../../src/fetch/evaluation.ts';
import { fixFor } from '../../../src/fixes/index.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { isEmptyFix } from '../../../src/model/fix.ts';
import type { EngineName } from '../../browsers/browser.ts';
import type { RecordedCase } from '../recorded/case.ts';
import { exchangeOfCase } from '../recorded/exchange-of-case.ts';
import { asRecordedCase } from './as-recorded-case.ts';
import { hidesEmptyLines } from './blind-spots.ts';
import { changedCase } from './changed-case.ts';
import type { OracleCase } from './oracle-case.ts';
import type { LiveSession } from './session.ts';

/** What came of the fixes that were tried in the real browser. */
export interface Repairs {
  /** Passed with the first fix. */
  readonly atOnce: number;
  /** Passed with a further fix, for something that no one could know of at first. */
  readonly stepByStep: number;
  /** The fix did what it could; behind it was something that no header repairs, such as a broken connection. */
  readonly beyondHeaders: number;
  /** Refused with the fix although everything was known. There must be none. */
  readonly failed: readonly string[];
}

interface Patient {
  readonly recorded: RecordedCase;
  readonly round: number;
}

/** More than the messages of any case. */
const MOST_ROUNDS = 10;

/**
 * Changes the servers of every blocked case as our fix says, and asks the same browser again. Where the exchange ended
 * before a message that is wrong too, or the browser hid whether credentials were included, the next fix is tried: that
 * is what a person would see, too.
 */
export async function repairAll(session: LiveSession, blocked: readonly RecordedCase[]): Promise<Repairs> {
  const { engine } = session;
  const counts = { atOnce: 0, stepByStep: 0, beyondHeaders: 0 };
  const failed: string[] = [];
  let patients: readonly Patient[] = blocked
    // A page that forbids redirects ends at the first that passes.
    .filter(({ request }) => request.redirect === 'follow')
    .filter((recorded) => !hidesEmptyLines(recorded, engine))
    .map((recorded) => ({ recorded, round: 1 }));
  while (patients.length > 0) {
    const treated = patients.flatMap((patient) => {
      const changed = treatmentOf(patient.recorded, engine);
      return changed === null ? [] : [{ patient, changed }];
    });
    counts.beyondHeaders += patients.filter(
      ({ recorded, round }) => round > 1 && treatmentOf(recorded, engine) === null,
    ).length;
    const performances = await session.play(treated.map(({ changed }) => changed));
    patients = treated.flatMap(({ patient, changed }, index): readonly Patient[] => {
      const performance = performances[index];
      if (performance === undefined) return [];
      const after = asRecordedCase(changed, { [engine]: performance });
      if (after.truth[engine].ok) {
        counts[patient.round === 1 ? 'atOnce' : 'stepByStep'] += 1;
        return [];
      }
      if (after.group === 'neterr') {
        counts.beyondHeaders += 1;
        return [];
      }
      if (patient.round < MOST_ROUNDS && isNewsIn(after, patient.recorded, engine)) {
        return [{ recorded: after, round: patient.round + 1 }];
      }
      failed.push(JSON.stringify({ before: patient.recorded, after }));
      return [];
    });
  }
  return { ...counts, failed };
}

/** The case with its fix applied; null if it isn't blocked, or if no header could help. */
function treatmentOf(recorded: RecordedCase, engine: EngineName): OracleCase | null {
  const exchange = exchangeOfCase(recorded, engine);
  if (exchange === null) return null;
  const fix = fixFor(exchange, evaluate(exchange));
  if (isEmptyFix(fix)) return null;
  const { truth: _, ...played } = recorded;
  return changedCase(played, fix);
}

/** Whether it fails now by what couldn't be known before. */
function isNewsIn(after: RecordedCase, before: RecordedCase, engine: EngineName): boolean {
  const earlier = exchangeOfCase(before, engine);
  const later = exchangeOfCase(after, engine);
  if (earlier === null || later === null) return false;
  if (hidCredentials(evaluate(earlier)) && before.request.credentials === 'include') return true;
  const { fault } = evaluate(later);
  return fault !== null && !wasAnswered(earlier, fault);
}

function hidCredentials({ credentials }: Evaluation): boolean {
  return credentials.value === 'unknown';
}

/** Whether the answer that is at fault had been seen. */
function wasAnswered({ hops }: Exchange, { check, hop }: LocatedFault): boolean {
  const message = check.startsWith('preflight-') ? hops[hop]?.preflight : hops[hop];
  return message?.response !== undefined;
}
