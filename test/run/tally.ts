import { type Failure, failuresOf } from './failures.ts';

/** How many checks passed, failed and were skipped: in one part of the run, or in all of them. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Those that failed, as far as they are known by name. */
  readonly failures: readonly Failure[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** The closing line: `12 passed, 0 failed`, and `, 1 skipped` only if something was. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The tally of a check that is one command. */
export function ofExitCode(code: number): Tally {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/**
 * The tally of a vitest run from its JSON report.
 *
 * @param report the parsed report, not trusted: anything unexpected counts as a failure
 * @param exitCode vitest's own: a run that failed outside any test must not look green
 * @param root the folder to which the files of failures are named
 */
export function ofVitest(report: unknown, exitCode: number, root: string): Tally {
  const counts = report as Partial<Record<string, unknown>> | null;
  const count = (name: string): number => {
    const value = counts?.[name];
    return typeof value === 'number' ? value : 0;
  };
  const passed = count('numPassedTests');
  const failed = count('numFailedTests');
  const skipped = count('numPendingTests') + count('numTodoTests');
  const ranNothing = passed + failed === 0;
  const brokeOutside = exitCode !== 0 && failed === 0;
  return {
    passed,
    failed: failed + (ranNothing || brokeOutside ? 1 : 0),
    skipped,
    failures: failuresOf(report, root),
  };
}
