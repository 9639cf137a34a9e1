import type { Exchange } from '../model/exchange.ts';
import type { Comparison, Report } from '../report/index.ts';
import { MAX_REPORT_LENGTH } from '../report/json/report-limits.ts';
import type { ReadReport } from './state/opened-report.ts';

/** What a report's file has at most: no character of its text takes more bytes. */
export const MAX_REPORT_BYTES = 3 * MAX_REPORT_LENGTH;

/** What reports are chosen from, as the attribute of `<input type="file">`. */
export const REPORT_FILES = '.json,.har,application/json';

/** Everything about reports. It is loaded when it is first needed: most who open the panel neither export nor import. */
export const loadReports = () => import('../report/index.ts');

/** Reads a report that was exported as JSON, or a HAR; null stands for a file of more than `MAX_REPORT_BYTES`. */
export async function readReport(text: string | null): Promise<ReadReport> {
  if (text === null) return { ok: false, problem: { kind: 'too-large', limit: MAX_REPORT_LENGTH } };
  const { openReport, diagnosticHistory } = await loadReports();
  const opened = openReport(text);
  if (!opened.ok) return opened;
  if (opened.kind === 'har') {
    const { exchanges, leftOut, unknown, source } = opened;
    const about = { madeAt: null, browser: source.browser, har: { tool: source.tool, leftOut, unknown } };
    return { ok: true, about, exchanges, given: null, report: null };
  }
  const { report, exchanges } = opened;
  const given = { context: report.context ?? [], historyOf: diagnosticHistory(report) };
  const madeAt = Date.parse(report.createdAt);
  const about = { madeAt: Number.isNaN(madeAt) ? null : madeAt, browser: report.browser, har: null };
  return { ok: true, about, exchanges, given, report };
}

/** What is compared: a report of ours, or requests that are nobody's report, oldest first. */
interface Comparable {
  readonly report: Report | null;
  readonly exchanges: readonly Exchange[];
}

/** What became of the requests of one in the other. */
export async function compare(before: Comparable, after: Comparable): Promise<Comparison> {
  const { compareReports, REPORT_FORMAT, REPORT_VERSION } = await loadReports();
  const reportOf = ({ report, exchanges }: Comparable): Report =>
    report ?? {
      format: REPORT_FORMAT,
      version: REPORT_VERSION,
      createdAt: '',
      extensionVersion: __VERSION__,
      browser: null,
      page: null,
      exchanges,
      diagnoses: [],
    };
  return compareReports(reportOf(before), reportOf(after));
}
