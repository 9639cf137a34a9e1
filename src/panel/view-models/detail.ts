import type { ReadableHeaders } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis, Finding, Link, Message } from '../../rules/diagnosis.ts';
import { renderParts } from '../../rules/index.ts';
import { strings } from '../strings.ts';
import { type BadgeVM, toBadges } from './badges.ts';
import { type BranchesVM, toBranches } from './branches.ts';
import { type BrowserVM, toBrowsers } from './browsers.ts';
import { type DiagramVM, toDiagram } from './diagram.ts';
import { type DiffVM, toDiff } from './diff.ts';
import { type DisagreementVM, toDisagreements } from './disagreements.ts';
import { type MessageVM, toMessages } from './headers.ts';
import { type PreflightsVM, toPreflights } from './preflights.ts';
import { type ProofVM, toProof } from './proof.ts';
import { kindOf, type RowKind } from './row.ts';
import { cut, shortened, type TextPart } from './text.ts';

/** All that is said of one exchange, in the order in which it is shown. */
export interface DetailVM {
  readonly id: string;
  readonly kind: RowKind;
  readonly method: string;
  readonly url: string;
  readonly headline: readonly TextPart[];
  readonly explanation: readonly TextPart[];
  /** Where other browsers would decide otherwise. */
  readonly disagreements: readonly DisagreementVM[];
  readonly badges: readonly BadgeVM[];
  readonly diagram: DiagramVM;
  readonly diff: DiffVM | null;
  /** What to do outside the headers. */
  readonly actions: readonly (readonly TextPart[])[];
  /** What the next checks would complain of, and advice. */
  readonly others: readonly OtherFindingVM[];
  /** Where the verdict hangs on what the browser doesn't show; null if on nothing. */
  readonly branches: BranchesVM | null;
  readonly readable: ReadableVM | null;
  readonly proof: ProofVM;
  readonly preflights: PreflightsVM | null;
  readonly browsers: readonly BrowserVM[];
  readonly messages: readonly MessageVM[];
  readonly links: readonly Link[];
}

export interface OtherFindingVM {
  readonly key: string;
  readonly severity: Finding['severity'];
  readonly headline: readonly TextPart[];
  readonly explanation: readonly TextPart[];
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
  const { cause, evaluation } = diagnosis;
  return {
    id: exchange.id,
    kind: kindOf(diagnosis),
    method: first.method,
    url: cut(first.url, MOST_CHARACTERS),
    headline: toParts(diagnosis.headline).map(shortened),
    explanation: cause === null ? [] : toParts(cause.explanation).map(shortened),
    disagreements: toDisagreements(diagnosis),
    badges: toBadges(exchange, diagnosis),
    diagram: toDiagram(exchange, evaluation),
    diff: toDiff(exchange, diagnosis.fix, proofOf(diagnosis, afterFix)),
    actions: toActions(diagnosis),
    others: diagnosis.findings.filter((finding) => finding !== cause).map(toOther),
    branches: toBranches(exchange, diagnosis, asksPage),
    readable: evaluation.readable === null ? null : toReadable(evaluation.readable),
    proof: toProof(exchange, diagnosis),
    preflights: toPreflights(exchange, diagnosis),
    browsers: toBrowsers(diagnosis),
    messages: toMessages(exchange),
    links: cause?.links ?? [],
  };
}

function proofOf({ evaluation }: Diagnosis, afterFix: Diagnosis | null): DiffVM['proof'] {
  if (afterFix?.verdict === 'allowed') {
    // What wasn't found out is taken as "not included" by `applyFix`.
    return evaluation.credentials.value === 'unknown' ? 'proven-without-credentials' : 'proven';
  }
  return afterFix?.verdict === 'unknown' ? 'unproven' : 'not-by-headers';
}

/** What to do outside the headers, in the words of the rule that leads. */
function toActions({ cause, fix }: Diagnosis): readonly (readonly TextPart[])[] {
  return fix.actions.map((action) =>
    toParts({ rule: cause?.rule ?? '', key: `action-${action.id}`, data: action.data }),
  );
}

function toOther(finding: Finding, index: number): OtherFindingVM {
  return {
    key: `${index} ${finding.rule}`,
    severity: finding.severity,
    headline: toParts(finding.headline).map(shortened),
    explanation: toParts(finding.explanation).map(shortened),
  };
}

function toReadable({ readable, conditional, hidden, conditions }: ReadableHeaders): ReadableVM {
  const words = strings.readable;
  const condition = words.conditional(conditions.map((each) => words.conditions[each]));
  return {
    readable: namesOf(readable),
    conditional: conditional.length === 0 ? null : { condition, names: namesOf(conditional) },
    hidden: namesOf(hidden),
  };
}

function namesOf(headers: ReadableHeaders['readable']): readonly string[] {
  return [...new Set(headers.map(([name]) => name.toLowerCase()))].sort();
}

function toParts(message: Message): readonly TextPart[] {
  return renderParts(message);
}

const MOST_CHARACTERS = 240;
