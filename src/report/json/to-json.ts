import type { Report } from '../report.ts';

/** The report as the text of a file, which `parseReport` reads back. */
export function toJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
