import type { Exchange } from '../model/exchange.ts';
import { saveFile } from '../platform/save-file.ts';
import type { ParsedReport } from '../report/index.ts';
import { MAX_REPORT_LENGTH } from '../report/json/report-limits.ts';
import type { Advice } from '../rules/advice/advice.ts';
import type { Diagnosis } from '../rules/diagnosis.ts';
import type { ReportFormat } from './components/export-menu.tsx';

/**
 * The report of exchanges (oldest first), in the words and with the verdicts that the panel shows. What writes it is
 * loaded when it is first needed: most who open the panel never export.
 */
export async function writeReport(
  format: ReportFormat,
  exchanges: readonly Exchange[],
  diagnoseExchange: (exchange: Exchange) => Diagnosis,
  advice: readonly Advice[],
): Promise<string> {
  const { createReport, FORMATS, writeWhole } = await import('../report/index.ts');
  const report = createReport({
    exchanges,
    createdAt: new Date().toISOString(),
    extensionVersion: __VERSION__,
    diagnoseExchange,
    advice,
  });
  return writeWhole(FORMATS[format], report, { length: 'short' });
}

/** What a report's file has at most: no character of its text takes more bytes. */
export const MAX_REPORT_BYTES = 3 * MAX_REPORT_LENGTH;

/** Reads a report that was exported as JSON; null stands for a file of more than `MAX_REPORT_BYTES`. */
export async function readReport(text: string | null): Promise<ParsedReport> {
  if (text === null) return { ok: false, problem: { kind: 'too-large', limit: MAX_REPORT_LENGTH } };
  const { parseReport } = await import('../report/index.ts');
  return parseReport(text);
}

export async function saveReport(format: ReportFormat, text: string): Promise<void> {
  const { FORMATS } = await import('../report/index.ts');
  const { fileName, mediaType } = FORMATS[format];
  saveFile(fileName, mediaType, text);
}
