import { evaluate } from '../../src/fetch/evaluate.ts';
import type { EvaluatedExchange } from '../../src/rules/advice/advice.ts';
import { anExchange, type ExchangeDescription, STARTED_AT } from '../rules/exchange-builder.ts';

/** A second between two requests: nobody notices it, and every order of them is clear. */
const INTERVAL_MS = 1_000;

/**
 * Exchanges one after the other, as a recording has them, each from as few words as a case needs. Ids are `x1`, `x2` and
 * so on, unless a description gives one.
 */
export function aTraffic(descriptions: readonly ExchangeDescription[]): readonly EvaluatedExchange[] {
  return descriptions.map((description, index) => {
    const startedAt = STARTED_AT + index * INTERVAL_MS;
    const exchange = anExchange({ id: `x${index + 1}`, startedAt, ...description });
    return { exchange, evaluation: evaluate(exchange) };
  });
}

/** The same exchange, several times. */
export function times(count: number, description: ExchangeDescription): readonly ExchangeDescription[] {
  return Array.from({ length: count }, () => description);
}

/** The same exchange, several times, with so many seconds from one start to the next. */
export function every(
  seconds: number,
  count: number,
  description: ExchangeDescription,
): readonly ExchangeDescription[] {
  return times(count, description).map((each, index) => ({
    ...each,
    startedAt: STARTED_AT + index * seconds * 1_000,
  }));
}
