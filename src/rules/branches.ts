import { evaluate } from '../fetch/evaluate.ts';
import type { Branch } from '../fetch/evaluation.ts';
import { fixFor } from '../fixes/index.ts';
import type { Exchange } from '../model/exchange.ts';
import type { BranchDiagnosis } from './diagnosis.ts';
import { type Case, FaultContext } from './fault-context.ts';
import { findLead } from './run-rules.ts';
import { withActions } from './with-actions.ts';

/** What is wrong in each of the cases on which the answer hangs; empty where it hangs on nothing. */
export function diagnoseBranches({ exchange, evaluation, history }: Case): readonly BranchDiagnosis[] {
  return evaluation.branches.map((branch) => {
    const assumed = assumeBranch(exchange, branch.if);
    const known = evaluate(assumed);
    const input = { exchange: assumed, evaluation: known, history };
    const lead = findLead(input);
    const { answeredBy } = new FaultContext(input, known.fault);
    const fix = withActions(fixFor(assumed, known), { evaluation: known, lead, answeredBy });
    return { if: branch.if, verdict: branch.verdict, lead, fix };
  });
}

/** The exchange as if the credentials mode had been seen. */
export function assumeBranch(exchange: Exchange, condition: Branch['if']): Exchange {
  const value = condition === 'credentials-include' ? 'include' : 'same-origin';
  return { ...exchange, credentials: { value, evidence: 'stated-in-report' } };
}
