import type { ReportFormat } from '../report-format.ts';
import { toHtml } from './to-html.ts';

/** One file that every browser opens and prints. */
export const html: ReportFormat = { fileName: 'cors-report.html', mediaType: 'text/html', write: toHtml };
