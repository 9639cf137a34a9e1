import type { ReportFormat } from '../report-format.ts';
import { markdownParts } from './to-markdown.ts';

/** An issue for whoever runs the server. */
export const markdown: ReportFormat = {
  fileName: 'cors-report.md',
  mediaType: 'text/markdown',
  write: (report, { length }) => markdownParts(report, length),
};
