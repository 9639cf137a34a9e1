/** A preflight that is running: where its answer belongs. */
export interface PreflightLink {
  readonly exchangeId: string;
  readonly hop: number;
}

/** The preflights that are running, by their own request ids. */
export class PreflightLinks {
  readonly #links = new Map<string, PreflightLink>();
  readonly #idsByExchange = new Map<string, Set<string>>();

  get(preflightId: string): PreflightLink | undefined {
    return this.#links.get(preflightId);
  }

  add(preflightId: string, link: PreflightLink): void {
    this.delete(preflightId);
    this.#links.set(preflightId, link);
    const ids = this.#idsByExchange.get(link.exchangeId);
    if (ids === undefined) this.#idsByExchange.set(link.exchangeId, new Set([preflightId]));
    else ids.add(preflightId);
  }

  delete(preflightId: string): void {
    const link = this.#links.get(preflightId);
    if (link === undefined) return;
    this.#links.delete(preflightId);
    const ids = this.#idsByExchange.get(link.exchangeId);
    ids?.delete(preflightId);
    if (ids?.size === 0) this.#idsByExchange.delete(link.exchangeId);
  }

  /** Those of one exchange, each with its hop. */
  of(exchangeId: string): readonly (readonly [preflightId: string, hop: number])[] {
    return [...(this.#idsByExchange.get(exchangeId) ?? [])].flatMap((preflightId) => {
      const link = this.#links.get(preflightId);
      return link === undefined ? [] : [[preflightId, link.hop] as const];
    });
  }

  /** The ids of all exchanges that have one. */
  exchangeIds(): readonly string[] {
    return [...this.#idsByExchange.keys()];
  }
}
