export { createReport, type ReportInput } from './create-report.ts';
export { type CurlCommand, type CurlHeader, type CurlRequest, toCurl } from './curl.ts';
export { type Damage, type ParsedReport, parseReport, type ReportProblem } from './parse-report.ts';
export type { Placeholder } from './placeholders.ts';
export type { DiagnosisSummary, FindingSummary, FixSummary, Prose, ProsePart, Report } from './report.ts';
export { actualRequest, preflightRequest } from './request-headers.ts';
export { toJson } from './to-json.ts';
export { toMarkdown } from './to-markdown.ts';
