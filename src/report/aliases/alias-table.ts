/** What an alias stands for. */
export type AliasKind =
  | 'host'
  | 'address'
  | 'scheme'
  | 'path'
  | 'parameter'
  | 'value'
  | 'cookie'
  | 'function'
  | 'document'
  | 'word';

export interface Alias {
  readonly from: string;
  readonly to: string;
  readonly kind: AliasKind;
}

/**
 * The aliases of one report. The same original always gets the same alias, two originals never the same; numbers count
 * up from 1 in the order of first appearance, so that they say nothing of the originals.
 */
export class AliasTable {
  readonly #byKind = new Map<AliasKind, Map<string, string>>();
  readonly #counts = new Map<string, number>();

  /** The alias of an original: the one that it has, or else what `make` gives. */
  of(kind: AliasKind, from: string, make: () => string): string {
    let known = this.#byKind.get(kind);
    if (known === undefined) {
      known = new Map();
      this.#byKind.set(kind, known);
    }
    const before = known.get(from);
    if (before !== undefined) return before;
    const to = make();
    known.set(from, to);
    return to;
  }

  /** `path` gives `path-1`, `path-2` and so on. */
  numbered(kind: AliasKind, from: string, word: string = kind): string {
    return this.of(kind, from, () => `${word}-${this.next(word)}`);
  }

  next(word: string): number {
    const count = (this.#counts.get(word) ?? 0) + 1;
    this.#counts.set(word, count);
    return count;
  }

  /** All of them whose alias isn't the original, by kind, in the order of first appearance. */
  list(): readonly Alias[] {
    return [...this.#byKind].flatMap(([kind, known]) =>
      [...known].flatMap(([from, to]) => (from === to ? [] : [{ from, to, kind }])),
    );
  }
}
