import type { ReportFormat } from '../report-format.ts';
import { toJsonInParts } from './to-json.ts';

/** Everything, to be read by programs; a panel opens it again. It is complete whatever length is asked for. */
export const json: ReportFormat = {
  fileName: 'cors-report.json',
  mediaType: 'application/json',
  write: (report) => toJsonInParts(report),
};
