import * as v from 'valibot';
import { REPORT_FORMAT, REPORT_VERSION, type Report } from './report.ts';
import { MAX_REPORT_LENGTH } from './report-limits.ts';
import { reportSchema } from './report-schema.ts';
import { cutText, formatCount, makeVisible } from './visible-text.ts';

export type ParsedReport =
  | { readonly ok: true; readonly report: Report }
  /** One sentence or two for the user; it may quote the file, so it is text, never markup. */
  | { readonly ok: false; readonly problem: string };

/**
 * Reads an exported report: its text, or what `JSON.parse` made of it. What it accepts is a `Report` whole, with nothing
 * dropped. Never throws.
 */
export function parseReport(input: unknown): ParsedReport {
  if (typeof input !== 'string') return parseValue(input);
  if (input.length > MAX_REPORT_LENGTH) {
    return refuse(
      `This file is too large: reports have at most ${formatCount(MAX_REPORT_LENGTH)} characters.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(input.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('This file isn’t a whole JSON file: it may have been cut off. Export the report again.');
  }
  return parseValue(value);
}

function parseValue(value: unknown): ParsedReport {
  if (!isObject(value) || value['format'] !== REPORT_FORMAT) return refuse('This isn’t a CORS Lens report.');
  const { version } = value;
  if (typeof version === 'number' && version > REPORT_VERSION) {
    return refuse(
      `A newer version of CORS Lens made this report (format ${version}; this one reads ${REPORT_VERSION}). Update CORS Lens.`,
    );
  }
  const result = v.safeParse(reportSchema, value, { abortEarly: true });
  return result.success ? { ok: true, report: result.output } : refuse(describe(result.issues[0]));
}

function refuse(problem: string): ParsedReport {
  return { ok: false, problem };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(issue: v.BaseIssue<unknown>): string {
  const at = v.getDotPath(issue) ?? 'the top';
  return `This report is damaged at ${quoted(at)}: ${quoted(issue.message)}.`;
}

function quoted(text: string): string {
  return makeVisible(cutText(text, 200));
}
