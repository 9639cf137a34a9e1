export { type AliasedReport, aliasReport, aliasReportInSteps } from './aliases/alias-report.ts';
export type { Alias, AliasKind } from './aliases/alias-table.ts';
export { withAliases } from './aliases/with-aliases.ts';
export {
  type ComparedRequest,
  type Comparison,
  compareReports,
  type RequestName,
  type RequestState,
} from './compare-reports.ts';
export type { ChooseConfiguration } from './configurations.ts';
export { createReport, createReportInSteps, type GivenHistory, type ReportInput } from './create-report.ts';
export { diagnosticHistory } from './diagnostic-history.ts';
export { FORMATS, type FormatId } from './formats.ts';
export type { HarReport } from './har/from-har.ts';
export type { HarSource } from './har/har-source.ts';
export type { HarUnknown, HarUnknownKind } from './har/har-unknowns.ts';
export type { LeftOut, LeftOutReason } from './har/left-out.ts';
export { type Damage, type ParsedReport, parseReport, type ReportProblem } from './json/parse-report.ts';
export { toJson } from './json/to-json.ts';
export { toMarkdown } from './markdown/to-markdown.ts';
export { type OpenedFile, openReport } from './open-report.ts';
export type {
  ConfigurationSummary,
  DiagnosisSummary,
  FindingSummary,
  FixSummary,
  Prose,
  ProsePart,
  Report,
} from './report.ts';
export { REPORT_FORMAT, REPORT_VERSION } from './report.ts';
export { type ReportFormat, type WriteOptions, writeWhole } from './report-format.ts';
export { actualRequest, preflightRequest } from './request-headers.ts';
export {
  type SecretKind,
  type SecretWarning,
  secretWarnings,
  secretWarningsInSteps,
} from './secret-warnings.ts';
export { type CopyableCommand, copyableCommands } from './shell/commands.ts';
export { type CurlCommand, toCurl } from './shell/curl.ts';
export type { Placeholder } from './shell/placeholders.ts';
export type { HeaderToRepeat, RequestToRepeat } from './shell/request-to-repeat.ts';
