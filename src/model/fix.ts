/** What to change so that a blocked exchange passes. `applyFix` proves it on the exchange itself. */
export interface Fix {
  /** Header changes, in the order of the messages that they concern. */
  readonly changes: readonly HeaderChange[];
  /** Statuses that must change, because a preflight is only accepted with a 2xx status. */
  readonly statuses: readonly StatusChange[];
  /** What helps outside the headers. Ids with their data; the words are the rules'. */
  readonly actions: readonly Action[];
}

/** Which response: of which hop, and whether of its preflight or of the request itself. */
export interface ResponseRef {
  readonly hop: number;
  readonly on: 'preflight' | 'response';
}

export interface HeaderChange extends ResponseRef {
  readonly op: 'set' | 'remove';
  readonly name: string;
  /** The new value; absent for `remove`. */
  readonly value?: string;
  /** The lines of that name that are there now: none if it is to be added, several if two layers set it. */
  readonly before: readonly string[];
  /** The response was never seen (its preflight failed), so what it lacks is concluded. */
  readonly assumed: boolean;
}

export interface StatusChange extends ResponseRef {
  readonly before: number;
  readonly after: number;
}

/** Something to do outside the headers, such as `call-https-directly` or `start-the-server`. */
export interface Action {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
}
