import type { Branch, ReadableHeaders } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis, Finding, Link, Message } from '../../rules/diagnosis.ts';
import { renderParts } from '../../rules/index.ts';
import { strings } from '../strings.ts';
import { type BadgeVM, toBadges } from './badges.ts';
import { type BrowserVM, toBrowsers } from './browsers.ts';
import { type DiagramVM, toDiagram } from './diagram.ts';
import { type DiffVM, toDiff } from './diff.ts';
import { faultLabel } from './faults.ts';
import { type MessageVM, toMessages } from './headers.ts';
import { type ProofVM, toProof } from './proof.ts';
import { kindOf, type RowKind } from './row.ts';
import { cut, type TextPart } from './text.ts';

/** All that is said of one exchange, in the order in which it is shown. */
export interface DetailVM {
  readonly id: string;
  readonly kind: RowKind;
  readonly method: string;
  readonly url: string;
  readonly headline: readonly TextPart[];
  readonly explanation: readonly TextPart[];
  readonly badges: readonly BadgeVM[];
  readonly diagram: DiagramVM;
  readonly diff: DiffVM | null;
  /** What to do outside the headers. */
  readonly actions: readonly (readonly TextPart[])[];
  /** What the next checks would complain of, and advice. */
  readonly others: readonly OtherFindingVM[];
  /** Where the verdict hangs on what the browser doesn't show. */
  readonly branches: readonly BranchVM[];
  readonly readable: ReadableVM | null;
  readonly proof: ProofVM;
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

export interface BranchVM {
  readonly condition: string;
  readonly verdict: string;
  readonly why: string;
}

/** Names of response headers, apart by whether script can read them. */
export interface ReadableVM {
  readonly readable: readonly string[];
  readonly hidden: readonly string[];
}

/**
 * The detail of an exchange.
 *
 * @param afterFix the diagnosis of the exchange with the fix applied; null if there is nothing to apply
 */
export function toDetail(exchange: Exchange, diagnosis: Diagnosis, afterFix: Diagnosis | null): DetailVM {
  const [first] = exchange.hops;
  const { cause, evaluation } = diagnosis;
  return {
    id: exchange.id,
    kind: kindOf(diagnosis),
    method: first.method,
    url: cut(first.url, MOST_CHARACTERS),
    headline: toParts(diagnosis.headline).map(shortened),
    explanation: cause === null ? [] : toParts(cause.explanation).map(shortened),
    badges: toBadges(exchange, diagnosis),
    diagram: toDiagram(exchange, evaluation),
    diff: toDiff(exchange, diagnosis.fix, proofOf(afterFix)),
    actions: toActions(diagnosis),
    others: diagnosis.findings.filter((finding) => finding !== cause).map(toOther),
    branches: evaluation.branches.some((branch) => branch.verdict !== diagnosis.verdict)
      ? evaluation.branches.map(toBranch)
      : [],
    readable: evaluation.readable === null ? null : toReadable(evaluation.readable),
    proof: toProof(exchange, evaluation),
    browsers: toBrowsers(diagnosis),
    messages: toMessages(exchange),
    links: cause?.links ?? [],
  };
}

function proofOf(afterFix: Diagnosis | null): DiffVM['proof'] {
  if (afterFix?.verdict === 'allowed') return 'proven';
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

function toBranch(branch: Branch): BranchVM {
  return {
    condition: strings.branches[branch.if],
    verdict: strings.detail.verdicts[branch.verdict],
    why: branch.fault === null ? '' : faultLabel(branch.fault),
  };
}

function toReadable({ readable, hidden }: ReadableHeaders): ReadableVM {
  return { readable: namesOf(readable), hidden: namesOf(hidden) };
}

function namesOf(headers: ReadableHeaders['readable']): readonly string[] {
  return [...new Set(headers.map(([name]) => name.toLowerCase()))].sort();
}

function toParts(message: Message): readonly TextPart[] {
  return renderParts(message);
}

/** A sentence stays a sentence whatever a server puts into a value; the headers below show all of it. */
function shortened({ text, code }: TextPart): TextPart {
  return { text: code ? cut(text, MOST_CHARACTERS_IN_CODE) : text, code };
}

const MOST_CHARACTERS = 240;
const MOST_CHARACTERS_IN_CODE = 90;
