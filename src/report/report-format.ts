import type { Report } from './report.ts';

/** A kind of file that a report can be written as. Adding one takes a file that exports it, its tests and a line in `formats.ts`. */
export interface ReportFormat {
  /** Without a folder; the extension says what it is. */
  readonly fileName: string;
  readonly mediaType: string;
  /**
   * The file's text in parts, each quick to write: between two of them whoever asked may draw a frame, or give up. Some
   * are empty, where something else than writing takes time. Pure, and it never throws: what can't be said in this
   * format is left out, and the text says so.
   */
  readonly write: (report: Report, options: WriteOptions) => Iterable<string>;
}

export interface WriteOptions {
  /** `short`: what somebody needs to act on it. `complete`: also what else was recorded and found. */
  readonly length: 'short' | 'complete';
}

/** The whole file's text. */
export function writeWhole(format: ReportFormat, report: Report, options: WriteOptions): string {
  return [...format.write(report, options)].join('');
}
