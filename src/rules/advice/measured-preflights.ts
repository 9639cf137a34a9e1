import type { PreflightReason } from '../../fetch/evaluation.ts';
import { urlParts } from '../../fetch/url-parts.ts';
import type { Hop, HttpResponse, Preflight } from '../../model/exchange.ts';
import { preflightPassed } from '../preflight/cache-events.ts';
import type { AdviceCost, EvaluatedExchange } from './advice.ts';

/** A preflight that was answered, and how long that took. */
export interface MeasuredPreflight {
  readonly by: EvaluatedExchange;
  readonly hop: Hop;
  readonly answer: HttpResponse;
  /** What made it necessary; empty if that can't be told. */
  readonly because: readonly PreflightReason[];
  /** Whether it allowed the request. What nobody can tell counts as refused. */
  readonly passed: boolean;
  /** From when the browser asked to when it had the answer. */
  readonly milliseconds: number;
}

/**
 * The preflights of an exchange that its target answered. Those without an answer, or with times that make no sense, are
 * left out, so that nobody counts what they cost.
 */
export function measuredPreflights(by: EvaluatedExchange, target: string): readonly MeasuredPreflight[] {
  const { exchange, evaluation } = by;
  const last = exchange.hops.length - 1;
  return exchange.hops.flatMap((hop, index): readonly MeasuredPreflight[] => {
    const { preflight, url } = hop;
    const answer = preflight?.response;
    if (preflight === undefined || answer === undefined) return [];
    if (index < last && urlParts(url)?.origin !== target) return [];
    const milliseconds = timeOf(preflight, answer);
    if (!(milliseconds >= 0)) return [];
    const because = reasonsOf(by, index);
    const passed = evaluation.verdict !== 'unknown' && preflightPassed(evaluation, index);
    return [{ by, hop, answer, because, passed, milliseconds }];
  });
}

/** What made the preflight of a hop necessary; empty if that can't be told. */
export function reasonsOf({ evaluation }: EvaluatedExchange, index: number): readonly PreflightReason[] {
  const need = evaluation.preflights[index];
  return need?.needed === 'yes' ? need.because : [];
}

function timeOf({ startedAt, endedAt }: Preflight, answer: HttpResponse): number {
  return (endedAt ?? answer.receivedAt) - startedAt;
}

/** What these preflights have cost together. */
export function costOf(preflights: readonly MeasuredPreflight[]): AdviceCost {
  return {
    requests: preflights.length,
    milliseconds: preflights.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}
