import { applyFix } from '../fixes/index.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Action } from '../model/fix.ts';
import { originOf } from '../model/origin.ts';
import { assumeBranch } from '../rules/branches.ts';
import type { Diagnosis, Disagreement, Finding, Message } from '../rules/diagnosis.ts';
import { diagnose, type History, renderParts } from '../rules/index.ts';
import {
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
  /** Default: `diagnose`, with the other exchanges as history. */
  readonly diagnoseExchange?: (exchange: Exchange) => Diagnosis;
}

/** Puts a report together. Pure: the same input gives the same report. */
export function createReport({
  exchanges,
  createdAt,
  extensionVersion,
  diagnoseExchange,
}: ReportInput): Report {
  const history = historyOf(exchanges);
  const diagnoseOne = diagnoseExchange ?? ((exchange) => diagnose(exchange, history));
  const newest = exchanges.at(-1);
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    createdAt,
    extensionVersion,
    browser: newest?.observedIn ?? null,
    page: newest?.page ?? null,
    exchanges,
    diagnoses: exchanges.map((exchange) => summarize(exchange, diagnoseOne)),
  };
}

function historyOf(exchanges: readonly Exchange[]): History {
  const byTarget = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const target = originOf((exchange.hops.at(-1) ?? exchange.hops[0]).url);
    const others = byTarget.get(target);
    if (others === undefined) byTarget.set(target, [exchange]);
    else others.push(exchange);
  }
  return { ofTarget: (origin) => byTarget.get(origin) ?? [] };
}

function summarize(exchange: Exchange, diagnoseOne: (exchange: Exchange) => Diagnosis): DiagnosisSummary {
  const diagnosis = diagnoseOne(exchange);
  return {
    exchange: exchange.id,
    verdict: diagnosis.verdict,
    headline: proseOf(diagnosis.headline),
    credentials: diagnosis.evaluation.credentials.value,
    findings: diagnosis.findings.map(summarizeFinding),
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
  { branches, settledBy, headline }: Diagnosis,
  diagnoseOne: (exchange: Exchange) => Diagnosis,
): OpenQuestion {
  return {
    branches: branches.map((branch) => ({
      if: branch.if,
      verdict: branch.verdict,
      headline: proseOf(branch.cause?.headline ?? headline),
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
  const { rule, severity, confidence, title, headline, explanation, at } = finding;
  return {
    rule,
    severity,
    confidence,
    title: proseOf(title),
    headline: proseOf(headline),
    explanation: proseOf(explanation),
    at,
  };
}

function summarizeFix(
  exchange: Exchange,
  { fix, cause }: Pick<Diagnosis, 'fix' | 'cause'>,
  diagnoseOne: (exchange: Exchange) => Diagnosis,
): FixSummary {
  const { changes, statuses, actions } = fix;
  const changesAnything = changes.length > 0 || statuses.length > 0;
  return {
    changes,
    statuses,
    actions: actions.map((action) => actionWords(action, cause)),
    proven: changesAnything && diagnoseOne(applyFix(exchange, fix)).verdict === 'allowed',
  };
}

function actionWords({ id, data }: Action, cause: Finding | null): Prose {
  return proseOf({ rule: cause?.rule ?? '', key: `action-${id}`, data });
}

function proseOf(message: Message): Prose {
  return renderParts(message).map(({ text, code }) => ({ kind: code ? 'code' : 'text', text }));
}
