import type { MessageData } from './message-value.ts';
/** What to change so that a blocked exchange passes. `applyFix` proves it on the exchange itself. */
export interface Fix {
  /** Header changes, in the order of the messages that they concern. */
  readonly changes: readonly HeaderChange[];
  /** Statuses that must change, because a preflight is only accepted with a 2xx status. */
  readonly statuses: readonly StatusChange[];
  /** What the page has to leave out of its request, because no server should have to allow it. */
  readonly requests: readonly RequestChange[];
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

/** A header that the page sends and should not. */
export interface RequestChange {
  readonly op: 'remove';
  /** As the preflight names it: lower case. */
  readonly name: string;
}

/** Whether a fix changes nothing, in no answer and not in the request: all that it may have are actions. */
export function isEmptyFix({ changes, statuses, requests }: Fix): boolean {
  return changes.length + statuses.length + requests.length === 0;
}

/** Something to do outside the headers, such as `call-https-directly` or `start-the-server`. */
export interface Action {
  readonly id: string;
  readonly data: MessageData;
}
