import type { Exchange } from '../../model/exchange.ts';
import { browserOf } from './har-exchange.ts';
import type { HarRecord } from './har-record.ts';
import type { HarSource } from './har-source.ts';

/** What a HAR can lack that an explanation would need. */
export type HarUnknownKind =
  /** Whether credentials were included: a file may have been cleared of cookies, and none has the mode. */
  | 'credentials'
  /** The mode of the request. */
  | 'mode'
  /** What the browser made of it: a proxy saw only what was sent and answered. */
  | 'outcome'
  /** Why there was no answer: the browser's error text. */
  | 'error'
  /** The request that a preflight was for: it isn't in the file. */
  | 'request'
  /** What was sent: the headers are those that the browser meant to send. */
  | 'sent-headers'
  /** Which browser it was: it is judged by Chromium's rules. */
  | 'browser'
  /** Whether a header came in one line or in several. */
  | 'header-lines';

export interface HarUnknown {
  readonly what: HarUnknownKind;
  /** Exchanges of which it isn't known; never 0. */
  readonly count: number;
}

/**
 * What isn't known of the exchanges of a HAR.
 *
 * @param records the entries that were read as those of a foreign HAR
 */
export function unknownsOf(
  exchanges: readonly Exchange[],
  records: readonly HarRecord[],
  { kind, browser, lines }: HarSource,
): readonly HarUnknown[] {
  const namesBrowser =
    kind === 'cors-lens' || browser !== null || records.some((each) => browserOf(each) !== null);
  const tests: readonly (readonly [HarUnknownKind, (exchange: Exchange) => boolean])[] = [
    ['credentials', ({ credentials }) => credentials.value === 'unknown'],
    ['mode', ({ mode }) => mode.value === 'unknown'],
    ['outcome', ({ outcome }) => outcome.state === 'closed' && outcome.reason === 'recorder-stopped'],
    ['error', ({ outcome }) => outcome.state === 'error' && outcome.error === ''],
    [
      'request',
      ({ hops }) => hops.some(({ request, unsentRequest }) => (request ?? unsentRequest) === undefined),
    ],
    [
      'sent-headers',
      ({ hops }) =>
        hops.some(({ unsentRequest, response }) => unsentRequest !== undefined && response !== undefined),
    ],
    ['browser', ({ observedIn }) => !namesBrowser || (kind !== 'cors-lens' && observedIn.version === '')],
    ['header-lines', () => lines === 'joined'],
  ];
  return tests
    .map(([what, isUnknown]) => ({ what, count: exchanges.filter(isUnknown).length }))
    .filter(({ count }) => count > 0);
}
