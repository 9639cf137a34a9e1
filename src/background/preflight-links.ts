/** A preflight that is running: where its answer belongs. */
export interface PreflightLink {
  readonly exchangeId: string;
  readonly hop: number;
}

/** The preflights that are running, by their own request ids. */
export class PreflightLinks {
  readonly #links = new Map<string, PreflightLink>();

  get(preflightId: string): PreflightLink | undefined {
    return this.#links.get(preflightId);
  }

  add(preflightId: string, link: PreflightLink): void {
    this.#links.set(preflightId, link);
  }

  delete(preflightId: string): void {
    this.#links.delete(preflightId);
  }

  /** Those of one exchange, each with its hop. */
  of(exchangeId: string): readonly (readonly [preflightId: string, hop: number])[] {
    return [...this.#links]
      .filter(([, link]) => link.exchangeId === exchangeId)
      .map(([preflightId, { hop }]) => [preflightId, hop]);
  }

  /** Deletes those of exchanges for which it holds; gives the exchanges' ids. */
  deleteWhere(isGone: (exchangeId: string) => boolean): readonly string[] {
    const gone = [...this.#links].filter(([, { exchangeId }]) => isGone(exchangeId));
    for (const [preflightId] of gone) this.#links.delete(preflightId);
    return gone.map(([, { exchangeId }]) => exchangeId);
  }
}
