import { evaluate } from '../fetch/evaluate.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Diagnosis } from './diagnosis.ts';
import { type History, NO_HISTORY } from './history.ts';
import { LazyDiagnosis } from './lazy-diagnosis.ts';

/**
 * Says what is wrong with an exchange, what each browser makes of it, and what to change. Pure and total: it never
 * throws, whatever the exchange's strings are.
 *
 * @param history the other exchanges with the same server; without it the diagnosis is poorer, never wrong
 */
export function diagnose(exchange: Exchange, history: History = NO_HISTORY): Diagnosis {
  const evaluation = evaluate(exchange);
  return new LazyDiagnosis({ exchange, evaluation, history });
}
