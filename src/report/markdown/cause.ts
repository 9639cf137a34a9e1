import type { BrowserOpinion, OpinionAlternative } from '../../rules/diagnosis.ts';
import { ALTERNATIVE_IF, engineName, PREDICTED, tellApart } from '../browser-words.ts';
import { type CauseGroup, type DiagnosedExchange, hopOf } from '../cause-groups.ts';
import type { AnswererSummary, DiagnosisSummary, FindingSummary } from '../report.ts';
import type { WriteOptions } from '../report-format.ts';
import { toUtcTime } from '../utc-time.ts';
import { counted, formatCount } from '../visible-text.ts';
import { changes } from './change.ts';
import { evidence } from './evidence.ts';
import { bullets, proseToMarkdown, requestLine } from './prose.ts';
import { openQuestion } from './question.ts';
import { inlineCode } from './quoting.ts';
import { reproduction } from './reproduction.ts';

const MAX_AFFECTED = 10;
const MAX_AFFECTED_COMPLETE = 100;
const MAX_OTHER_FINDINGS = 5;
const MAX_ACTIONS = 10;
const MAX_EVIDENCE = 5;
/** Consoles repeat the URL up to three times. */
const CONSOLE_TEXT_LIMIT = 1_000;

/** What a section has besides what is said of its cause. */
export interface SectionOptions {
  readonly detail: WriteOptions['length'];
  /** Blocks with what to paste on the server. */
  readonly configuration: readonly string[];
}

/** The section about one cause: what happened, what to change, how to see that it is done. */
export function causeSection(
  { members, cause }: CauseGroup,
  number: number,
  { detail, configuration }: SectionOptions,
): string {
  const [first] = members;
  const isComplete = detail === 'complete';
  const { exchange, diagnosis } = first;
  const { index, hop } = hopOf(exchange, cause);
  return [
    `## ${number}. ${titleOf(diagnosis, cause)}`,
    ...words(diagnosis, cause, isComplete),
    '### What happened',
    when(members),
    ...evidence(first, cause, index, hop),
    ...whatToChange(first),
    ...configuration,
    ...nextFailures(diagnosis, cause),
    ...(isComplete ? goodToKnow(diagnosis) : []),
    ...openQuestion(first),
    '### How to reproduce',
    ...reproduction(exchange, index, hop, diagnosis.fix),
    `### Affected: ${counted(members.length, 'request')}`,
    affected(members, isComplete ? MAX_AFFECTED_COMPLETE : MAX_AFFECTED),
    ...browsers(diagnosis, isComplete),
  ].join('\n\n');
}

/** One line about a cause, for where there is no room for its section. */
export function causeLine({ members, cause }: CauseGroup): string {
  const [{ exchange, diagnosis }] = members;
  const { hop } = hopOf(exchange, cause);
  const headline = proseToMarkdown(cause?.headline ?? diagnosis.headline);
  const count = members.length === 1 ? '' : `${counted(members.length, 'request')}, such as `;
  return `${headline} (${count}${requestLine(hop.method, hop.url)})`;
}

function titleOf(diagnosis: DiagnosisSummary, cause: FindingSummary | null): string {
  return proseToMarkdown(cause?.title ?? diagnosis.headline);
}

function words(
  diagnosis: DiagnosisSummary,
  cause: FindingSummary | null,
  isComplete: boolean,
): readonly string[] {
  if (cause === null) return [proseToMarkdown(diagnosis.headline)];
  // That something is certain goes without saying.
  const saysHowSure = isComplete || cause.confidence !== 'certain';
  return [
    `**${proseToMarkdown(cause.headline)}**`,
    proseToMarkdown(cause.explanation),
    saysHowSure ? `How sure: ${cause.confidence}. ${proseToMarkdown(cause.evidence ?? [])}`.trim() : '',
    ...(isComplete ? answerer(diagnosis.answeredBy) : []),
  ].filter((block) => block !== '');
}

function answerer(answeredBy: AnswererSummary | undefined): readonly string[] {
  if (answeredBy === undefined) return [];
  const lines = answeredBy.evidence
    .slice(0, MAX_EVIDENCE)
    .map(([name, value]) => inlineCode(`${name}: ${value}`));
  const shown = lines.length === 0 ? '' : ` (${lines.join(', ')})`;
  return [`Who answered: ${proseToMarkdown(answeredBy.statement)}${shown}`];
}

/** What would fail once the cause is repaired. */
function nextFailures({ findings, fix }: DiagnosisSummary, cause: FindingSummary | null): readonly string[] {
  const next = findings.filter(({ rule }) => rule !== cause?.rule);
  return next.length === 0
    ? []
    : [
        '### After that',
        'The next checks will fail, too:',
        headlines(next),
        ...(fix.proven ? ['The change above fixes all of this as well.'] : []),
      ];
}

function goodToKnow({ notes = [] }: DiagnosisSummary): readonly string[] {
  return notes.length === 0 ? [] : ['### Good to know', headlines(notes)];
}

function headlines(findings: readonly FindingSummary[]): string {
  return bullets(
    findings.map(({ headline }) => proseToMarkdown(headline)),
    MAX_OTHER_FINDINGS,
  );
}

function when(members: readonly DiagnosedExchange[]): string {
  const times = members.map(({ exchange }) => exchange.startedAt);
  const first = inlineCode(toUtcTime(times.reduce((a, b) => Math.min(a, b))));
  const last = inlineCode(toUtcTime(times.reduce((a, b) => Math.max(a, b))));
  return first === last ? `At ${first}:` : `From ${first} to ${last}. One of them:`;
}

function whatToChange({ exchange, diagnosis }: DiagnosedExchange): readonly string[] {
  const { fix } = diagnosis;
  const diffs = changes(exchange, fix);
  const assumption = diagnosis.credentials === 'unknown' ? ', if it is sent without credentials' : '';
  const actions = fix.actions.map(proseToMarkdown).filter((action) => action !== '');
  if (diffs.length === 0 && actions.length === 0) return [];
  return [
    '### What to change',
    ...(actions.length === 0 ? [] : [bullets(actions, MAX_ACTIONS)]),
    ...diffs,
    ...(diffs.length > 0 && fix.proven
      ? [
          `Proven on this recording: with this change, the browser’s CORS checks let the request pass${assumption}.`,
        ]
      : []),
  ];
}

function affected(members: readonly DiagnosedExchange[], limit: number): string {
  const counts = new Map<string, number>();
  for (const { exchange } of members) {
    const [hop] = exchange.hops;
    const line = requestLine(hop.method, hop.url);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return bullets(
    [...counts].map(([line, count]) => (count === 1 ? line : `${line}, ${formatCount(count)} times`)),
    limit,
  );
}

function browsers(
  { browsers: opinions, disagreements = [] }: DiagnosisSummary,
  isComplete: boolean,
): readonly string[] {
  if (!isComplete && disagreements.length === 0) return [];
  if (opinions.length === 0) return [];
  const { told, alike } = tellApart(opinions);
  const same = alike.length === 0 ? [] : [`${NAMES.format(alike.map(nameOf))}: the same`];
  return [
    '### What browsers say',
    bullets([...disagreements.map(proseToMarkdown), ...told.map(opinionLine), ...same], 10),
  ];
}

const NAMES = new Intl.ListFormat('en');

function nameOf({ engine, basis }: BrowserOpinion): string {
  return `${engineName(engine)} (${basis === 'observed' ? 'recorded' : PREDICTED[engine]})`;
}

function opinionLine(opinion: BrowserOpinion): string {
  const { alternatives } = opinion;
  const name = nameOf(opinion);
  if (alternatives === undefined) return `${name}: ${wordsOf(opinion)}`;
  return `${name}: ${alternatives.map((each) => `${ALTERNATIVE_IF[each.if]}, ${wordsOf(each)}`).join('; ')}`;
}

/** The verdict with the browser's own words for it. */
function wordsOf(opinion: BrowserOpinion | OpinionAlternative): string {
  const { code, failedParameter, text } = opinion;
  const details = [
    ...(code === undefined ? [] : [`code ${inlineCode(code)}`]),
    ...(failedParameter === undefined || failedParameter === '' ? [] : [inlineCode(failedParameter)]),
    ...(text === undefined ? [] : [inlineCode(text, CONSOLE_TEXT_LIMIT)]),
  ];
  return [opinion.verdict, ...details].join(', ');
}
