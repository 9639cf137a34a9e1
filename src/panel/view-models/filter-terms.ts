/** What a term of a filter can ask of a column. */
export const FILTER_KEYS = ['status', 'method', 'target', 'origin', 'cause', 'type', 'verdict'] as const;

export type FilterKey = (typeof FILTER_KEYS)[number];

/** One term of a filter, and where it stands in its text. */
export interface FilterTerm {
  /** `-` in front: what it doesn't hold for. */
  readonly negated: boolean;
  /** Null for plain text. */
  readonly key: FilterKey | null;
  /** In lower case, without quotes; empty as long as it is being typed. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a filter's text: terms with spaces between them, each `text`, `key:value`, or one of these with `-` in front.
 * Quotes keep spaces together, and make text of what would be a key. A key that isn't known is plain text.
 *
 *     status:5xx -method:get cause:"no answer" orders
 */
export function readTerms(text: string): readonly FilterTerm[] {
  return [...text.matchAll(/(?:"[^"]*(?:"|$)|[^\s"])+/g)].map(({ 0: term, index }) => ({
    ...readTerm(term),
    start: index,
    end: index + term.length,
  }));
}

function readTerm(term: string): Pick<FilterTerm, 'negated' | 'key' | 'value'> {
  const negated = term.startsWith('-');
  const body = (negated ? term.slice(1) : term).toLowerCase();
  const name = body.slice(0, Math.max(0, body.indexOf(':')));
  const key = FILTER_KEYS.find((each) => each === name) ?? null;
  const value = key === null ? body : body.slice(name.length + 1);
  return { negated, key, value: value.replaceAll('"', '') };
}
