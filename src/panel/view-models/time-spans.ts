import type { Exchange, Hop, Preflight } from '../../model/exchange.ts';
import { duration } from '../language/formats.ts';
import { strings } from '../strings.ts';

/** From one measured moment to another, in milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What was measured of one hop. A span is null where one of its ends wasn't, or where they make no sense. */
export interface HopSpans {
  /** From when the browser asked to when it had the answer. */
  readonly preflight: Span | null;
  /** From when the request could be sent to when the headers of its response were there. */
  readonly waiting: Span | null;
  /** The end of the preflight wasn't measured, so `waiting` has it in it. */
  readonly includesPreflight: boolean;
}

/** Of what didn't happen, nothing was. */
export const UNMEASURED: HopSpans = { preflight: null, waiting: null, includesPreflight: false };

export function spansOf({ preflight, startedAt, response }: Hop): HopSpans {
  const ofPreflight = preflight === undefined ? null : span(preflight.startedAt, endOf(preflight));
  return {
    preflight: ofPreflight,
    waiting: span(ofPreflight?.to ?? startedAt, response?.receivedAt),
    includesPreflight: preflight !== undefined && ofPreflight === null,
  };
}

/** From the request's first event to its last; null where its end wasn't seen. */
export function wholeSpanOf({ hops: [first], outcome }: Exchange): Span | null {
  const isMeasured = outcome.state === 'completed' || outcome.state === 'error';
  return isMeasured ? span(first.startedAt, outcome.at) : null;
}

/** `14 ms`; what was measured and rounds to nothing isn't nothing. */
export function durationOf({ from, to }: Span): string {
  return to > from && to - from < 0.5 ? strings.time.underOne({ time: duration(1) }) : duration(to - from);
}

function endOf({ endedAt, response }: Preflight): number | undefined {
  return endedAt ?? response?.receivedAt;
}

function span(from: number, to: number | undefined): Span | null {
  return to !== undefined && to >= from ? { from, to } : null;
}
