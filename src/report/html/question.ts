import type { Verdict } from '../../fetch/evaluation.ts';
import type { DiagnosedExchange } from '../cause-groups.ts';
import type { BranchSummary, FixSummary } from '../report.ts';
import { changes } from './change.ts';
import { element, fragment, type Html } from './element.ts';
import { list, paragraph, proseToHtml } from './prose.ts';

const MAX_STEPS = 10;

const IF: Readonly<Record<BranchSummary['if'], string>> = {
  'credentials-include': 'If the request includes credentials',
  'credentials-not-include': 'If it doesn’t include credentials',
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  allowed: 'it is allowed',
  blocked: 'it is blocked',
  failed: 'it fails, and not because of CORS',
  opaque: 'its response is opaque',
  pending: 'it hasn’t ended',
  unknown: 'it can’t be told',
};

/** Where the answer hangs on what the browser doesn't show: each answer with its change, and what would settle it. */
export function openQuestion({ exchange, diagnosis }: DiagnosedExchange): Html | null {
  const { openQuestion: question, fix } = diagnosis;
  if (question === undefined) return null;
  const above = changesOf(fix);
  return fragment(
    element('h3', {}, 'What it hangs on'),
    ...question.branches.flatMap((branch) => [
      paragraph(
        element('strong', {}, `${IF[branch.if]}, ${VERDICTS[branch.verdict]}:`),
        ' ',
        proseToHtml(branch.headline),
      ),
      ...(changesOf(branch.fix) === above ? [] : changes(exchange, branch.fix)),
    ]),
    paragraph('What would settle it:'),
    list(question.settledBy.map(proseToHtml), MAX_STEPS),
  );
}

/** Equal where two fixes change the same. */
function changesOf({ changes: headers, statuses, requests = [] }: FixSummary): string {
  return JSON.stringify([headers, statuses, requests]);
}
