import type { Exchange } from '../../src/model/exchange.ts';
import type { Advice } from '../../src/rules/advice/advice.ts';
import { adviseOn } from '../../src/rules/index.ts';
import { TABLES } from '../advice/all-cases.ts';
import { aTraffic } from '../advice/traffic-builder.ts';

/** Of the first case of a table in which the advice is given: what it says, and the exchanges that show it. */
export interface AdviceExample {
  readonly advice: Advice;
  /** The first of them; more would only repeat them. */
  readonly exchanges: readonly Exchange[];
}

/** One for each header that differs would do, and two mostly do. */
const MOST_EXCHANGES = 2;

export function adviceExampleOf(id: string): AdviceExample {
  for (const { traffic } of TABLES.find(([table]) => table === id)?.[1] ?? []) {
    const evaluated = aTraffic(traffic);
    const advice = adviseOn(evaluated).find(({ rule }) => rule === id);
    if (advice === undefined) continue;
    const shown = evaluated
      .map(({ exchange }) => exchange)
      .filter((exchange) => advice.exchanges.includes(exchange.id));
    return { advice, exchanges: shown.slice(0, MOST_EXCHANGES) };
  }
  throw new Error(`${id} is given in none of its cases.`);
}
