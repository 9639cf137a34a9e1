import type { Evaluation } from '../../fetch/evaluation.ts';
import type { OpinionWords, Reading } from './opinion-words.ts';

/** More would be a list that nobody reads. */
const MOST = 8;

/**
 * Of several request headers that aren't allowed, a browser names one. Chromium and WebKit take the first of their own
 * hash table of the request's headers, whose order nothing shows: each may be it.
 *
 * @param wordsFor the browser's words for an evaluation
 */
export function headerReadings(
  evaluation: Evaluation,
  wordsFor: (evaluation: Evaluation) => OpinionWords,
): readonly Reading[] {
  const { fault } = evaluation;
  if (fault?.check !== 'preflight-headers' || fault.missing.length < 2) return [];
  return fault.missing.slice(0, MOST).map((named) => ({
    if: 'names-this-header',
    ...wordsFor({ ...evaluation, fault: { ...fault, named } }),
  }));
}
