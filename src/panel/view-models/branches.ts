import type { Exchange } from '../../model/exchange.ts';
import { type Action, type Fix, isEmptyFix } from '../../model/fix.ts';
import type { BranchDiagnosis, Diagnosis } from '../../rules/diagnosis.ts';
import { strings } from '../strings.ts';
import { type DiffVM, toDiff } from './diff.ts';
import { plain, type TextPart, toParts } from './text.ts';

/** Where the answer hangs on what the browser doesn't show: all answers, and what would tell which it is. */
export interface BranchesVM {
  /** The verdict is the same in all branches: then they are only shown to those who ask. */
  readonly sameVerdict: boolean;
  readonly branches: readonly BranchVM[];
  readonly settling: readonly SettlingVM[];
}

export interface BranchVM {
  readonly key: string;
  readonly condition: readonly TextPart[];
  readonly verdict: string;
  /** What is wrong then. */
  readonly words: readonly TextPart[];
  /** What to change then; null if nothing, or if that was already said. */
  readonly diff: DiffVM | null;
  readonly note: string;
  readonly actions: readonly (readonly TextPart[])[];
}

export interface SettlingVM {
  readonly key: string;
  readonly words: readonly TextPart[];
  /** What came of it here. */
  readonly note: string;
}

const words = strings.branches;

/**
 * The branches of a diagnosis; null if it has none.
 *
 * @param asksPage whether this panel can ask the page's Resource Timing, which it can in DevTools only
 */
export function toBranches(exchange: Exchange, diagnosis: Diagnosis, asksPage: boolean): BranchesVM | null {
  const { branches, settledBy } = diagnosis;
  if (branches.length === 0) return null;
  return {
    sameVerdict: branches.every(({ verdict }) => verdict === diagnosis.verdict),
    branches: branches.map((branch) => toBranch(exchange, branch, diagnosis.fix)),
    settling: settledBy.map((action) => toSettling(action, asksPage)),
  };
}

function toBranch(
  exchange: Exchange,
  { if: condition, verdict, lead, fix }: BranchDiagnosis,
  above: Fix,
): BranchVM {
  const isAbove = !isEmptyFix(fix) && hasSameChanges(fix, above);
  return {
    key: condition,
    condition: conditionOf(condition),
    verdict: strings.verdicts[verdict],
    words: toParts(lead.headline),
    diff: isAbove ? null : toDiff(exchange, fix, 'proven'),
    note: isAbove ? words.sameChange : '',
    actions: fix.actions
      .filter((action) => !above.actions.some(({ id }) => id === action.id))
      .map(({ id, data }) => toParts({ rule: lead.rule, key: `action-${id}`, data })),
  };
}

function conditionOf(condition: BranchDiagnosis['if']): readonly TextPart[] {
  const said = words.conditions[condition];
  return typeof said === 'string' ? plain(said) : said;
}

function hasSameChanges(one: Fix, other: Fix): boolean {
  const changesOf = ({ changes, statuses, requests }: Fix) => JSON.stringify([changes, statuses, requests]);
  return changesOf(one) === changesOf(other);
}

function toSettling({ id, data }: Action, asksPage: boolean): SettlingVM {
  const asking = asksPage ? words.asked : words.cannotAsk;
  return {
    key: id,
    words: toParts({ rule: 'credentials-unknown', key: `action-${id}`, data }),
    note: id === 'ask-resource-timing' ? asking : '',
  };
}
