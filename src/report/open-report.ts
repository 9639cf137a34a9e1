import type { Exchange } from '../model/exchange.ts';
import { fromHar, type HarReport, looksLikeHar } from './har/from-har.ts';
import type { LeftOut } from './har/left-out.ts';
import { parseReport, type ReportProblem } from './json/parse-report.ts';
import { MAX_REPORT_LENGTH } from './json/report-limits.ts';
import type { Report } from './report.ts';

/** A file that was opened: our own report, or a HAR. */
export type OpenedFile =
  | {
      readonly ok: true;
      readonly kind: 'report';
      readonly report: Report;
      readonly exchanges: readonly Exchange[];
      /** Always empty: a report is read whole or not at all. */
      readonly leftOut: readonly LeftOut[];
    }
  | ({ readonly ok: true; readonly kind: 'har' } & HarReport)
  | { readonly ok: false; readonly problem: ReportProblem };

/**
 * Reads a file, whichever of the two it is: its text, or what `JSON.parse` made of it. Never throws.
 *
 * @see parseReport and fromHar for what they take and give
 */
export function openReport(input: unknown): OpenedFile {
  const read = typeof input === 'string' ? readJson(input) : { ok: true as const, value: input };
  if (!read.ok) return read;
  const { value } = read;
  if (looksLikeHar(value)) {
    const har = fromHar(value);
    return har.ok ? { ...har, kind: 'har' } : har;
  }
  const parsed = parseReport(value);
  if (!parsed.ok) return parsed;
  const { report } = parsed;
  return { ok: true, kind: 'report', report, exchanges: report.exchanges, leftOut: [] };
}

type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: ReportProblem };

function readJson(text: string): ReadJson {
  if (text.length > MAX_REPORT_LENGTH) {
    return { ok: false, problem: { kind: 'too-large', limit: MAX_REPORT_LENGTH } };
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return { ok: true, value };
  } catch {
    return { ok: false, problem: { kind: 'not-json' } };
  }
}
