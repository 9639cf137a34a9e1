import { branchWords } from '../branch-words.ts';
import type { DiagnosedExchange } from '../cause-groups.ts';
import { changes } from './change.ts';
import { element, fragment, type Html } from './element.ts';
import { list, paragraph, proseToHtml } from './prose.ts';

const MAX_STEPS = 10;

/** Where the answer hangs on what the browser doesn't show: each answer with its change, and what would settle it. */
export function openQuestion(diagnosed: DiagnosedExchange): Html | null {
  const { exchange, diagnosis } = diagnosed;
  if (diagnosis.openQuestion === undefined) return null;
  return fragment(
    element('h3', {}, 'What it hangs on'),
    ...branchWords(diagnosed).flatMap(({ condition, verdict, headline, fix }) => [
      paragraph(element('strong', {}, `${condition}, ${verdict}:`), ' ', proseToHtml(headline)),
      ...(fix === null ? [] : changes(exchange, fix)),
    ]),
    paragraph('What would settle it:'),
    list(diagnosis.openQuestion.settledBy.map(proseToHtml), MAX_STEPS),
  );
}
