import * as v from 'valibot';
import { REPORT_FORMAT, REPORT_VERSION, type Report } from '../report.ts';
import { cutText, makeVisible } from '../visible-text.ts';
import { MAX_REPORT_LENGTH } from './report-limits.ts';
import { report1Schema, reportSchema } from './report-schema.ts';

export type ParsedReport =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problem: ReportProblem };

/** Why a file can't be read. What it quotes of the file is text, never markup. */
export type ReportProblem =
  /** In UTF-16 units. */
  | { readonly kind: 'too-large'; readonly limit: number }
  /** No JSON, or only the beginning of it. */
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-report' }
  /** Of a later version of this program, which this one can't know. */
  | { readonly kind: 'newer'; readonly version: number; readonly known: number }
  /** @property at the path of the first field that is wrong, such as `exchanges.0.hops` */
  | { readonly kind: 'damaged'; readonly at: string; readonly what: Damage };

/** What is wrong with a field: it isn't there, it is one that no report has, or its value is none that it can have. */
export type Damage = 'missing' | 'unknown' | 'invalid';

/**
 * Reads an exported report: its text, or what `JSON.parse` made of it. What it accepts is a `Report` whole, with nothing
 * dropped. One of an earlier version is brought to this one, which has a place for all that it says. Never throws.
 */
export function parseReport(input: unknown): ParsedReport {
  if (typeof input !== 'string') return parseValue(input);
  if (input.length > MAX_REPORT_LENGTH) {
    return refuse({ kind: 'too-large', limit: MAX_REPORT_LENGTH });
  }
  let value: unknown;
  try {
    value = JSON.parse(input.replace(/^\uFEFF/, ''));
  } catch {
    return refuse({ kind: 'not-json' });
  }
  return parseValue(value);
}

function parseValue(value: unknown): ParsedReport {
  if (!isObject(value) || value['format'] !== REPORT_FORMAT) return refuse({ kind: 'not-a-report' });
  const { version } = value;
  if (typeof version === 'number' && version > REPORT_VERSION) {
    return refuse({ kind: 'newer', version, known: REPORT_VERSION });
  }
  const result = v.safeParse(version === 1 ? report1Schema : reportSchema, value, { abortEarly: true });
  return result.success ? { ok: true, report: result.output } : refuse(damageOf(result.issues[0]));
}

function refuse(problem: ReportProblem): ParsedReport {
  return { ok: false, problem };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damageOf(issue: v.BaseIssue<unknown>): ReportProblem {
  return { kind: 'damaged', at: quoted(v.getDotPath(issue) ?? ''), what: damageIn(issue) };
}

function damageIn({ kind, expected, received }: v.BaseIssue<unknown>): Damage {
  if (kind !== 'schema') return 'invalid';
  if (expected === 'never') return 'unknown';
  return received === 'undefined' ? 'missing' : 'invalid';
}

function quoted(text: string): string {
  return makeVisible(cutText(text, 200));
}
