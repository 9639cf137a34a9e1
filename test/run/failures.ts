import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

/** A check that failed: where to look for it, and what it said. */
export interface Failure {
  /** The part of the run, the file and the test, or as much of it as is known: `browsers › test/e2e/a.test.ts › opens`. */
  readonly name: string;
  /** What was thrown, without the stack. Empty if nothing was told. */
  readonly message: string;
}

/** What is read of vitest's JSON report; the rest of it is left alone. */
const REPORT = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.optional(v.nullable(v.array(v.string()))),
        }),
      ),
    }),
  ),
});

/**
 * The failures that a vitest report tells: of tests, and of files that failed outside any test.
 *
 * @param report the parsed report, not trusted: of anything unexpected nothing is said
 * @param root the folder to which files are named
 */
export function failuresOf(report: unknown, root: string): Failure[] {
  const parsed = v.safeParse(REPORT, report);
  if (!parsed.success) return [];
  return parsed.output.testResults.flatMap((file) => {
    const path = file.name.startsWith(root) ? file.name.slice(root.length) : file.name;
    const tests = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => ({
        name: `${path} › ${test.fullName}`,
        message: withoutStack((test.failureMessages ?? []).join('\n')),
      }));
    if (tests.length > 0 || file.status !== 'failed') return tests;
    return [{ name: path, message: withoutStack(file.message) }];
  });
}

/** As many lines of a message are shown; a picture of a whole page in text would bury the other failures. */
const SHOWN_LINES = 25;

/**
 * The list of what failed, for the end of a long output, where people and machines that keep only the end of it look first.
 * Empty if nothing failed.
 */
export function failureList(failures: readonly Failure[]): string {
  return failures
    .map(({ name, message }) => {
      const lines = message.split('\n').filter((line) => line.trim() !== '');
      const shown = lines.slice(0, SHOWN_LINES).map((line) => `    ${line}`);
      if (lines.length > SHOWN_LINES) shown.push(`    … and ${lines.length - SHOWN_LINES} lines more`);
      return [`✗ ${name}`, ...shown].join('\n');
    })
    .join('\n');
}

/** Colours, and the lines of a stack that aren't this project's own. */
function withoutStack(message: string): string {
  return stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || (line.includes('/test/') && !line.includes('node_modules')))
    .join('\n');
}
