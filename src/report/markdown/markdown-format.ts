import type { ReportFormat } from '../report-format.ts';
import { toMarkdown } from './to-markdown.ts';

/** An issue for whoever runs the server. */
export const markdown: ReportFormat = {
  fileName: 'cors-report.md',
  mediaType: 'text/markdown',
  write: (report, { length }) => [toMarkdown(report, length)],
};
