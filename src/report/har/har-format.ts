import type { ReportFormat } from '../report-format.ts';
import { toHar } from './to-har.ts';

/** For whoever reads HARs: Chrome's and Firefox's Network panels, proxies. It is complete whatever length is asked for. */
export const har: ReportFormat = {
  fileName: 'cors-report.har',
  mediaType: 'application/json',
  write: (report) => toHar(report),
};
