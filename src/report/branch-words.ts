import type { Verdict } from '../fetch/evaluation.ts';
import type { DiagnosedExchange } from './cause-groups.ts';
import type { BranchSummary, FixSummary, Prose } from './report.ts';

/** What is said of an answer that hangs on what the browser doesn't show. */
export interface BranchWords {
  readonly condition: string;
  /** What makes the condition true in code, for those who don't know it by that name; may be empty. */
  readonly examples: readonly string[];
  /** Follows the condition. */
  readonly verdict: string;
  readonly headline: Prose;
  /** What to change then; null where that is the change that is proposed anyway. */
  readonly fix: FixSummary | null;
}

const CONDITIONS: Readonly<Record<BranchSummary['if'], Pick<BranchWords, 'condition' | 'examples'>>> = {
  'credentials-include': {
    condition: 'If the request includes credentials',
    examples: ['credentials: "include"', 'withCredentials', 'crossorigin="use-credentials"'],
  },
  'credentials-not-include': { condition: 'If it doesn’t include credentials', examples: [] },
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  allowed: 'it is allowed',
  blocked: 'it is blocked',
  failed: 'it fails, and not because of CORS',
  opaque: 'its response is opaque',
  pending: 'it hasn’t ended',
  unknown: 'it can’t be told',
};

/** Each possible answer of an exchange with an open question; none if nothing is open. */
export function branchWords({ diagnosis: { openQuestion, fix } }: DiagnosedExchange): readonly BranchWords[] {
  const above = changesOf(fix);
  return (openQuestion?.branches ?? []).map((branch) => ({
    ...CONDITIONS[branch.if],
    verdict: VERDICTS[branch.verdict],
    headline: branch.headline,
    fix: changesOf(branch.fix) === above ? null : branch.fix,
  }));
}

/** Equal where two fixes change the same. */
function changesOf({ changes: headers, statuses, requests = [] }: FixSummary): string {
  return JSON.stringify([headers, statuses, requests]);
}
