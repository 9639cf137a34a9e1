import { type History, NO_HISTORY } from '../../src/rules/index.ts';
import { anExchange } from './exchange-builder.ts';
import type { RuleCase } from './rule-case.ts';

const FILES = import.meta.glob<readonly RuleCase[]>('./*.cases.ts', { eager: true, import: 'cases' });

/** Every case table with the id of its rule. */
export const TABLES: readonly (readonly [id: string, cases: readonly RuleCase[]])[] = Object.entries(
  FILES,
).map(([path, cases]) => [path.replace(/^\.\/(.+)\.cases\.ts$/, '$1'), cases] as const);

/** Every case with a name that is unique. */
export const ALL_CASES: readonly (readonly [name: string, each: RuleCase])[] = TABLES.flatMap(([id, cases]) =>
  cases.map((each) => [`${id}: ${each.name}`, each] as const),
);

/** The history that a case's diagnosis gets. */
export function historyOf({ history }: RuleCase): History {
  if (history === undefined) return NO_HISTORY;
  const exchanges = history.map(anExchange);
  return { ofTarget: () => exchanges };
}
