import type { ParsedReport } from '../report/index.ts';
import { MAX_REPORT_LENGTH } from '../report/json/report-limits.ts';

/** What a report's file has at most: no character of its text takes more bytes. */
export const MAX_REPORT_BYTES = 3 * MAX_REPORT_LENGTH;

/** What reports are chosen from, as the attribute of `<input type="file">`. */
export const REPORT_FILES = '.json,application/json';

/** Everything about reports. It is loaded when it is first needed: most who open the panel neither export nor import. */
export const loadReports = () => import('../report/index.ts');

/** Reads a report that was exported as JSON; null stands for a file of more than `MAX_REPORT_BYTES`. */
export async function readReport(text: string | null): Promise<ParsedReport> {
  if (text === null) return { ok: false, problem: { kind: 'too-large', limit: MAX_REPORT_LENGTH } };
  const { parseReport } = await loadReports();
  return parseReport(text);
}
