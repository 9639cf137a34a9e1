import type { Exchange } from '../model/exchange.ts';
import { type Steps, telling } from '../model/steps.ts';
import type {
  Alias,
  ChooseConfiguration,
  FormatId,
  GivenHistory,
  Report,
  SecretWarning,
} from '../report/index.ts';
import type { Advice } from '../rules/advice/advice.ts';
import type { Diagnosis } from '../rules/diagnosis.ts';

/** What writes reports. It is loaded when it is first needed: most who open the panel never export. */
export type ReportWriter = Pick<
  typeof import('../report/index.ts'),
  'createReportInSteps' | 'aliasReportInSteps' | 'secretWarningsInSteps' | 'FORMATS' | 'copyableCommands'
>;

export interface ExportInput {
  readonly format: FormatId;
  /** Also what else was recorded and found. */
  readonly isComplete: boolean;
  /** Hosts and paths are replaced. */
  readonly hasAliases: boolean;
  /** All that is recorded, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** Of an opened report: what its diagnoses hang on besides. */
  readonly given: GivenHistory | null;
  readonly isWanted: (exchange: Exchange) => boolean;
  readonly diagnosisOf: (exchange: Exchange) => Diagnosis;
  /** Over all that is recorded; null for a report without any. */
  readonly advise: (() => Steps<readonly Advice[]>) | null;
  readonly chooseConfiguration: ChooseConfiguration;
  /** ISO 8601, in UTC. */
  readonly createdAt: string;
}

/** How far it is. */
export interface ExportProgress {
  readonly stage: 'choosing' | 'explaining' | 'replacing' | 'writing' | 'checking';
  readonly done: number;
  /** Null where nobody can know. */
  readonly total: number | null;
}

/** A report as it will leave the panel. */
export interface Exported {
  readonly format: FormatId;
  readonly fileName: string;
  readonly mediaType: string;
  /** Its text. Never put together before somebody wants it: it may be as large as memory allows. */
  readonly parts: readonly string[];
  /** In UTF-8. */
  readonly bytes: number;
  readonly requests: number;
  /** What was replaced by what, for the eyes of who exports only. */
  readonly aliases: readonly Alias[];
  /** What still looks like a secret; not more than anybody looks through. */
  readonly warnings: readonly SecretWarning[];
}

/** So many exchanges are looked at in a step. */
const CHOSEN_PER_STEP = 16;

/**
 * Makes a report in steps, each as quick as one diagnosis with its proof: whoever has it done may draw a frame after any of
 * them, or give up.
 */
export function* exportInSteps(
  writer: Omit<ReportWriter, 'copyableCommands'>,
  input: ExportInput,
): Generator<ExportProgress, Exported> {
  const wanted = yield* choose(input);
  const advice = yield* adviseOn(input);
  const making = writer.createReportInSteps({
    exchanges: wanted,
    createdAt: input.createdAt,
    extensionVersion: __VERSION__,
    diagnoseExchange: input.diagnosisOf,
    advice,
    recording: input.exchanges,
    ...(input.given === null ? {} : { given: input.given }),
    chooseConfiguration: input.chooseConfiguration,
  });
  const total = wanted.length;
  const made = yield* telling(making, (done) => ({ stage: 'explaining', done, total }) as const);
  const { report, aliases } = input.hasAliases ? yield* alias(made, writer) : { report: made, aliases: [] };
  const { fileName, mediaType, write } = writer.FORMATS[input.format];
  const parts: string[] = [];
  let bytes = 0;
  const encoder = new TextEncoder();
  for (const part of write(report, { length: input.isComplete ? 'complete' : 'short' })) {
    if (part !== '') parts.push(part);
    bytes += encoder.encode(part).length;
    yield { stage: 'writing', done: parts.length, total: null };
  }
  const warnings = yield* check(report, writer);
  const requests = wanted.length;
  return { format: input.format, fileName, mediaType, parts, bytes, requests, aliases, warnings };
}

function* choose({ exchanges, isWanted }: ExportInput): Generator<ExportProgress, readonly Exchange[]> {
  const wanted: Exchange[] = [];
  for (const [index, exchange] of exchanges.entries()) {
    if (isWanted(exchange)) wanted.push(exchange);
    if (index % CHOSEN_PER_STEP === 0) yield { stage: 'choosing', done: index, total: exchanges.length };
  }
  return wanted;
}

function* adviseOn({ advise }: ExportInput): Generator<ExportProgress, readonly Advice[]> {
  if (advise === null) return [];
  return yield* telling(advise(), () => ({ stage: 'choosing', done: 1, total: null }));
}

function* alias(
  report: Report,
  { aliasReportInSteps }: Pick<ReportWriter, 'aliasReportInSteps'>,
): Generator<ExportProgress, { readonly report: Report; readonly aliases: readonly Alias[] }> {
  const total = report.exchanges.length;
  return yield* telling(aliasReportInSteps(report), (done) => ({ stage: 'replacing', done, total }));
}

/** Who finds more has to look at the recording, not at a list. */
const MOST_WARNINGS = 100;

/** Looks at what leaves, a text a step. */
function* check(
  report: Report,
  { secretWarningsInSteps }: Pick<ReportWriter, 'secretWarningsInSteps'>,
): Generator<ExportProgress, readonly SecretWarning[]> {
  const warnings = yield* telling(
    secretWarningsInSteps(report),
    () => ({ stage: 'checking', done: 1, total: null }) as const,
  );
  return warnings.slice(0, MOST_WARNINGS);
}
