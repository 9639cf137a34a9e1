import type { Exchange } from '../model/exchange.ts';

/** Everything that is known of one exchange: with this the recorder goes on after the background was stopped. */
export interface RecorderRecord {
  readonly exchange: Exchange;
  /** While it is being followed: see `FollowedRequest`. */
  readonly followed?: { readonly urlKey: string; readonly order: number; readonly isExchange: boolean };
  /** Ids of its preflights that have not ended, each with its hop. */
  readonly preflights?: readonly (readonly [id: string, hop: number])[];
}
