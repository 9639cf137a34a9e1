/** More of them in one sentence, and nobody reads it. */
const MOST_NAMED = 3;

/** The first few of many values, for a sentence: `a, b, c, …`. */
export function nameSome(values: Iterable<string>): string {
  const all = [...values];
  const named = all.slice(0, MOST_NAMED).join(', ');
  return all.length > MOST_NAMED ? `${named}, …` : named;
}
