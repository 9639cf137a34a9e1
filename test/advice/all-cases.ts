import type { AdviceCase } from './advice-case.ts';

const FILES = import.meta.glob<readonly AdviceCase[]>('./*.cases.ts', { eager: true, import: 'cases' });

/** Every case table with the id of its piece of advice. */
export const TABLES: readonly (readonly [id: string, cases: readonly AdviceCase[]])[] = Object.entries(
  FILES,
).map(([path, cases]) => [path.replace(/^\.\/(.+)\.cases\.ts$/, '$1'), cases] as const);

/** Every case with a name that is unique. */
export const ALL_CASES: readonly (readonly [name: string, each: AdviceCase])[] = TABLES.flatMap(
  ([id, cases]) => cases.map((each) => [`${id}: ${each.name}`, each] as const),
);
