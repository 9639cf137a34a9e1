import type { AcceptedAnswer } from './accepted-answers.ts';
import type { EvaluatedExchange } from './advice.ts';

/** The exchanges that answers or preflights belong to, each once. */
export function exchangesOf(answers: readonly Pick<AcceptedAnswer, 'by'>[]): readonly EvaluatedExchange[] {
  return [...new Set(answers.map(({ by }) => by))];
}
