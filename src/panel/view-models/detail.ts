import type { ReadableHeaders } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis, Link } from '../../rules/diagnosis.ts';
import { strings } from '../strings.ts';
import { type AnswererVM, toAnswerer } from './answerer.ts';
import { type BadgeVM, toBadges } from './badges.ts';
import { type BranchesVM, toBranches } from './branches.ts';
import { type BrowserVM, toBrowsers } from './browsers.ts';
import { type ComparisonVM, toComparison } from './comparison.ts';
import { type DiagramVM, toDiagram } from './diagram.ts';
import { type DiffVM, toDiff } from './diff.ts';
import { type DisagreementVM, toDisagreements } from './disagreements.ts';
import { type FindingVM, type NextFailuresVM, toNextFailures, toNotes } from './findings.ts';
import { type MessageVM, toMessages } from './headers.ts';
import { type HeadlinePart, toHeadline } from './headline.ts';
import { type PreflightsVM, toPreflights } from './preflights.ts';
import { type ProofVM, toProof } from './proof.ts';
import { kindOf, type RowKind } from './row.ts';
import { rulePage } from './rule-page.ts';
import { type StartedByVM, toStartedBy } from './started-by.ts';
import { type SurenessVM, toSureness } from './sureness.ts';
import { cut, type TextPart, toParts, toWholeParts } from './text.ts';
import { type TimingVM, toTiming } from './timing.ts';

/** All that is said of one exchange, in the order in which it is shown. */
export interface DetailVM {
  readonly id: string;
  readonly kind: RowKind;
  /** It has ended, and what came of it can't be told. */
  readonly isUnknown: boolean;
  readonly method: string;
  readonly url: string;
  /** Null if the browser doesn't tell which script it was. */
  readonly startedBy: StartedByVM | null;
  readonly headline: readonly HeadlinePart[];
  readonly explanation: readonly TextPart[];
  /** Null as long as there is nothing to be sure of. */
  readonly sureness: SurenessVM | null;
  /** Null if the answer's headers don't tell who gave it. */
  readonly answerer: AnswererVM | null;
  /** Where other browsers would decide otherwise. */
  readonly disagreements: readonly DisagreementVM[];
  readonly badges: readonly BadgeVM[];
  readonly diagram: DiagramVM;
  /** The two values that the check that failed compared; null if it compared none. */
  readonly comparison: ComparisonVM | null;
  readonly diff: DiffVM | null;
  /** What to do outside the headers. */
  readonly actions: readonly (readonly TextPart[])[];
  /** What would fail after that; null if nothing. */
  readonly nextFailures: NextFailuresVM | null;
  /** What to know besides. */
  readonly notes: readonly FindingVM[];
  /** Where the verdict hangs on what the browser doesn't show; null if on nothing. */
  readonly branches: BranchesVM | null;
  readonly readable: ReadableVM | null;
  readonly proof: ProofVM;
  readonly preflights: PreflightsVM | null;
  readonly browsers: readonly BrowserVM[];
  /** Null if nothing was measured but its beginning. */
  readonly timing: TimingVM | null;
  readonly messages: readonly MessageVM[];
  /** The extension's own page about what leads. */
  readonly page: string;
  /** Pages elsewhere. */
  readonly links: readonly Link[];
}

/** Names of response headers, apart by whether script can read them. */
export interface ReadableVM {
  readonly readable: readonly string[];
  /** What script can read only under a condition, in words; null if there is none such. */
  readonly conditional: { readonly condition: string; readonly names: readonly string[] } | null;
  readonly hidden: readonly string[];
}

/**
 * The detail of an exchange.
 *
 * @param afterFix the diagnosis of the exchange with the fix applied; null if there is nothing to apply
 * @param asksPage whether this panel can ask the page's Resource Timing
 */
export function toDetail(
  exchange: Exchange,
  diagnosis: Diagnosis,
  afterFix: Diagnosis | null,
  asksPage = true,
): DetailVM {
  const [first] = exchange.hops;
  const { lead, evaluation } = diagnosis;
  const comparison = toComparison(exchange, evaluation.fault);
  const diff = toDiff(exchange, diagnosis.fix, proofOf(diagnosis, afterFix));
  return {
    id: exchange.id,
    kind: kindOf(diagnosis),
    isUnknown: diagnosis.verdict === 'unknown',
    method: first.method,
    url: cut(first.url, MOST_CHARACTERS),
    startedBy: toStartedBy(exchange),
    headline: toHeadline(toParts(diagnosis.headline), comparison),
    explanation: toParts(lead.explanation),
    sureness: diagnosis.verdict === 'pending' ? null : toSureness(lead),
    answerer: toAnswerer(diagnosis.answeredBy, diagnosis.cause !== null),
    disagreements: toDisagreements(diagnosis),
    badges: toBadges(exchange, diagnosis),
    diagram: toDiagram(exchange, evaluation),
    comparison,
    diff,
    actions: toActions(diagnosis),
    nextFailures: toNextFailures(diagnosis, diff !== null && isProven(diff)),
    notes: toNotes(diagnosis),
    branches: toBranches(exchange, diagnosis, asksPage),
    readable: evaluation.readable === null ? null : toReadable(evaluation.readable),
    proof: toProof(exchange, diagnosis),
    preflights: toPreflights(exchange, diagnosis),
    browsers: toBrowsers(diagnosis),
    timing: toTiming(exchange, evaluation),
    messages: toMessages(exchange),
    page: rulePage(lead.rule),
    links: lead.links,
  };
}

function proofOf({ evaluation }: Diagnosis, afterFix: Diagnosis | null): DiffVM['proof'] {
  if (afterFix?.verdict === 'allowed') {
    // What wasn't found out is taken as "not included" by `applyFix`.
    return evaluation.credentials.value === 'unknown' ? 'proven-without-credentials' : 'proven';
  }
  return afterFix?.verdict === 'unknown' ? 'unproven' : 'not-by-headers';
}

function isProven({ proof }: DiffVM): boolean {
  return proof === 'proven' || proof === 'proven-without-credentials';
}

/** What to do outside the headers, in the words of the rule that leads. */
function toActions({ lead, fix }: Diagnosis): readonly (readonly TextPart[])[] {
  return fix.actions.map((action) =>
    toWholeParts({ rule: lead.rule, key: `action-${action.id}`, data: action.data }),
  );
}

/** The names of the headers in the last response. */
export function toReadable({ readable, conditional, hidden, conditions }: ReadableHeaders): ReadableVM {
  const [first, ...others] = conditions;
  const condition =
    first === undefined ? '' : strings.readable.conditional[others.length === 0 ? first : 'both'];
  return {
    readable: namesOf(readable),
    conditional: conditional.length === 0 ? null : { condition, names: namesOf(conditional) },
    hidden: namesOf(hidden),
  };
}

function namesOf(headers: ReadableHeaders['readable']): readonly string[] {
  return [...new Set(headers.map(([name]) => name.toLowerCase()))].sort();
}

const MOST_CHARACTERS = 240;
