import type { View } from './exchange-of-case.ts';
import type { Mark, Scored } from './score.ts';

/** In whose browser, and by what is known of an exchange there, recorded cases are scored. */
export const VIEWS = [
  ['chromium', 'web-request'],
  ['firefox', 'web-request'],
  ['firefox', 'resource-timing'],
  ['firefox', 'raw-lines'],
] as const satisfies readonly (readonly ['chromium' | 'firefox', View])[];

/** How many of each field are right, told as one of several, unknown and wrong. */
export function tally(scored: readonly Scored[]): Readonly<Record<string, Readonly<Record<Mark, number>>>> {
  const byField: Record<string, Record<Mark, number>> = {};
  for (const { field, mark } of scored) {
    byField[field] ??= { right: 0, told: 0, unknown: 0, wrong: 0 };
    byField[field][mark] += 1;
  }
  return byField;
}

/** A score in one line. */
export function describeScored({ id, field, mark, expected, actual }: Scored): string {
  return `${id} ${field}, ${mark}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
}
