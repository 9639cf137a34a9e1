import { applyFix } from '../fixes/index.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Action } from '../model/fix.ts';
import { isEmptyFix } from '../model/fix.ts';
import { finish, telling } from '../model/steps.ts';
import type { Advice } from '../rules/advice/advice.ts';
import { assumeBranch } from '../rules/branches.ts';
import type { Diagnosis, Disagreement, Finding, Message } from '../rules/diagnosis.ts';
import type { History } from '../rules/history.ts';
import { adviseInSteps, diagnose, renderParts } from '../rules/index.ts';
import { indexHistory, targetOf } from '../rules/index-history.ts';
import type { AnsweredBy } from '../rules/responder/answered-by.ts';
import { type ChooseConfiguration, configurationsInSteps } from './configurations.ts';
import { neededHistory } from './needed-history.ts';
import {
  type AdviceSummary,
  type AnswererSummary,
  type DiagnosisSummary,
  type FindingSummary,
  type FixSummary,
  type OpenQuestion,
  type Prose,
  REPORT_FORMAT,
  REPORT_VERSION,
  type Report,
} from './report.ts';

export interface ReportInput {
  /** Oldest first, secrets masked. */
  readonly exchanges: readonly Exchange[];
  /** ISO 8601, in UTC: what `Date.prototype.toISOString` gives. */
  readonly createdAt: string;
  readonly extensionVersion: string;
  /**
   * Everything that was recorded, these exchanges included, oldest first: what of it the diagnoses hang on goes into the
   * report. Default: the exchanges.
   */
  readonly recording?: readonly Exchange[];
  /** Of a report that was opened and is written anew: what it came with besides its exchanges. Default: nothing. */
  readonly given?: GivenHistory;
  /** Default: `diagnose`, with the rest of the recording as history. */
  readonly diagnoseExchange?: (exchange: Exchange) => Diagnosis;
  /** Over more than the exchanges, such as the whole recording. Default: over the exchanges. */
  readonly advice?: readonly Advice[];
  /** Which configuration to write for a server. Default: none. */
  readonly chooseConfiguration?: ChooseConfiguration;
}

/** What a report says of the exchanges that its own hang on. */
export interface GivenHistory {
  /** Those that are none of its own, oldest first. */
  readonly context: readonly Exchange[];
  /** What each was diagnosed with: `diagnosticHistory`. */
  readonly historyOf: (exchange: Exchange) => History;
}

/** Puts a report together. Pure: the same input gives the same report. */
export function createReport(input: ReportInput): Report {
  return finish(createReportInSteps(input));
}

/**
 * Puts a report together in steps, each as quick as one diagnosis with its proof: whoever has it done may draw a frame
 * after any of them, or give up. What is yielded is how many exchanges are done.
 */
export function* createReportInSteps({
  exchanges,
  createdAt,
  extensionVersion,
  diagnoseExchange,
  advice,
  recording = exchanges,
  given,
  chooseConfiguration,
}: ReportInput): Generator<number, Report> {
  const historyOf = given?.historyOf ?? indexHistory(recording);
  // Where all that was recorded is in the report, nothing is missing in it.
  const isWhole = given === undefined && exchanges.length === recording.length;
  const historyOfOwn = isWhole ? null : indexHistory(exchanges);
  const ids = new Set(exchanges.map(({ id }) => id));
  const isInReport = ({ id }: Exchange): boolean => ids.has(id);
  const needed = new Set<string>();
  const diagnoseOne = diagnoseExchange ?? ((exchange) => diagnose(exchange, historyOf(exchange)));
  const diagnoses: { exchange: Exchange; diagnosis: Diagnosis }[] = [];
  const summaries: DiagnosisSummary[] = [];
  const done = (): number => summaries.length;
  const targets = new Set<string>();
  for (const exchange of exchanges) {
    const diagnosis = diagnoseOne(exchange);
    diagnoses.push({ exchange, diagnosis });
    targets.add(targetOf(exchange));
    const summary = summarize(exchange, diagnosis, diagnoseOne);
    yield done();
    const history =
      historyOfOwn &&
      (yield* telling(
        neededHistory(exchange, { full: historyOf(exchange), own: historyOfOwn(exchange), isInReport }),
        done,
      ));
    for (const { id } of history ?? []) needed.add(id);
    summaries.push(history === null ? summary : { ...summary, history: history.map(({ id }) => id) });
    yield done();
  }
  const others = given === undefined ? recording : [...given.context, ...recording];
  const context = others.filter((exchange) => needed.has(exchange.id) && !isInReport(exchange));
  const lines =
    advice ??
    (yield* telling(
      adviseInSteps(diagnoses.map(({ exchange, diagnosis: { evaluation } }) => ({ exchange, evaluation }))),
      done,
    ));
  const configurations =
    chooseConfiguration === undefined
      ? []
      : yield* telling(configurationsInSteps(diagnoses, chooseConfiguration), done);
  const newest = exchanges.at(-1);
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    createdAt,
    extensionVersion,
    browser: newest?.observedIn ?? null,
    page: newest?.page ?? null,
    exchanges,
    ...(context.length === 0 ? {} : { context }),
    diagnoses: summaries,
    advice: lines.filter(({ target }) => targets.has(target)).map(summarizeAdvice),
    ...(configurations.length === 0 ? {} : { configurations }),
  };
}

function summarize(
  exchange: Exchange,
  diagnosis: Diagnosis,
  diagnoseOne: (exchange: Exchange) => Diagnosis,
): DiagnosisSummary {
  const { lead, notes, answeredBy } = diagnosis;
  return {
    exchange: exchange.id,
    verdict: diagnosis.verdict,
    headline: proseOf(diagnosis.headline),
    credentials: diagnosis.evaluation.credentials.value,
    lead: summarizeFinding(lead),
    findings: diagnosis.findings.map(summarizeFinding),
    ...(notes.length === 0 ? {} : { notes: notes.map(summarizeFinding) }),
    ...(answeredBy === null ? {} : { answeredBy: summarizeAnswerer(answeredBy) }),
    browsers: diagnosis.browsers,
    ...(diagnosis.disagreements.length === 0
      ? {}
      : { disagreements: diagnosis.disagreements.map(summarizeDisagreement) }),
    fix: summarizeFix(exchange, diagnosis, diagnoseOne),
    ...(diagnosis.branches.length === 0
      ? {}
      : { openQuestion: summarizeQuestion(exchange, diagnosis, diagnoseOne) }),
  };
}

function summarizeQuestion(
  exchange: Exchange,
  { branches, settledBy }: Diagnosis,
  diagnoseOne: (exchange: Exchange) => Diagnosis,
): OpenQuestion {
  return {
    branches: branches.map((branch) => ({
      if: branch.if,
      verdict: branch.verdict,
      headline: proseOf(branch.lead.headline),
      fix: summarizeFix(assumeBranch(exchange, branch.if), branch, diagnoseOne),
    })),
    settledBy: settledBy.map(({ id, data }) =>
      proseOf({ rule: 'credentials-unknown', key: `action-${id}`, data }),
    ),
  };
}

function summarizeDisagreement({ headline, reasons }: Disagreement): Prose {
  const space = { kind: 'text', text: ' ' } as const;
  return [...proseOf(headline), ...reasons.flatMap((reason) => [space, ...proseOf(reason)])];
}

function summarizeFinding(finding: Finding): FindingSummary {
  const { rule, severity, confidence, title, headline, explanation, evidence, at } = finding;
  return {
    rule,
    severity,
    confidence,
    title: proseOf(title),
    headline: proseOf(headline),
    explanation: proseOf(explanation),
    evidence: proseOf(evidence),
    at,
  };
}

function summarizeAnswerer({ platforms, maker, statement, evidence }: AnsweredBy): AnswererSummary {
  return { platforms, ...(maker === null ? {} : { maker }), statement: proseOf(statement), evidence };
}

function summarizeAdvice(advice: Advice): AdviceSummary {
  const { title, headline, explanation, evidence, actions, links: _, ...rest } = advice;
  return {
    ...rest,
    title: proseOf(title),
    headline: proseOf(headline),
    explanation: proseOf(explanation),
    evidence: proseOf(evidence),
    actions: actions.map((action) => actionWords(action, advice)),
  };
}

function summarizeFix(
  exchange: Exchange,
  { fix, lead }: Pick<Diagnosis, 'fix' | 'lead'>,
  diagnoseOne: (exchange: Exchange) => Diagnosis,
): FixSummary {
  const { changes, statuses, requests, actions } = fix;
  return {
    changes,
    statuses,
    ...(requests.length === 0 ? {} : { requests }),
    actions: actions.map((action) => actionWords(action, lead)),
    proven: !isEmptyFix(fix) && diagnoseOne(applyFix(exchange, fix)).verdict === 'allowed',
  };
}

function actionWords({ id, data }: Action, { rule }: Pick<Finding, 'rule'>): Prose {
  return proseOf({ rule, key: `action-${id}`, data });
}

/** In English, whatever language the panel is in: a report is read by others. */
function proseOf(message: Message): Prose {
  return renderParts(message).map(({ text, code }) => ({ kind: code ? 'code' : 'text', text }));
}
