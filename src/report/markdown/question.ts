import { branchWords } from '../branch-words.ts';
import type { DiagnosedExchange } from '../cause-groups.ts';
import { changes } from './change.ts';
import { bullets, proseToMarkdown } from './prose.ts';
import { inlineCode } from './quoting.ts';

const MAX_STEPS = 10;

/** Where the answer hangs on what the browser doesn't show: each answer with its change, and what would settle it. */
export function openQuestion(diagnosed: DiagnosedExchange): readonly string[] {
  const { exchange, diagnosis } = diagnosed;
  if (diagnosis.openQuestion === undefined) return [];
  return [
    '### What it hangs on',
    ...branchWords(diagnosed).flatMap(({ condition, examples, verdict, headline, fix }) => {
      const inCode = examples.length === 0 ? '' : ` (${examples.map((each) => inlineCode(each)).join(', ')})`;
      return [
        `**${condition}${inCode}, ${verdict}:** ${proseToMarkdown(headline)}`,
        ...(fix === null ? [] : changes(exchange, fix)),
      ];
    }),
    'What would settle it:',
    bullets(diagnosis.openQuestion.settledBy.map(proseToMarkdown), MAX_STEPS),
  ];
}
