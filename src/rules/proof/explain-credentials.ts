import type { Evaluation } from '../../fetch/evaluation.ts';
import type { Message } from '../diagnosis.ts';
import { proofMessage } from './proof-message.ts';
import type { ProofKey } from './proof-words.ts';

/**
 * How the credentials mode is known: proven, inferred from the outcome, or not at all; null where no check could have
 * asked, because the CORS protocol didn't apply.
 */
export function explainCredentials(evaluation: Evaluation): Message | null {
  const key = keyOf(evaluation);
  return key === null ? null : proofMessage(key);
}

function keyOf({ credentials, readable, steps, verdict }: Evaluation): ProofKey | null {
  if (!steps.some(({ check, outcome }) => check === 'mode' && outcome === 'pass')) return null;
  if (credentials.value !== 'unknown' && credentials.how === 'proven') {
    if (credentials.by === 'no-sec-fetch-storage-access') return `credentials-not-include-${credentials.by}`;
    if (credentials.value === 'include') return `credentials-include-${credentials.by}`;
    return 'credentials-not-include-stated';
  }
  // What failed in the network says nothing about credentials.
  if (verdict === 'failed') return 'credentials-unknown-failed-otherwise';
  if (credentials.value === 'unknown') {
    if (readable?.conditions.includes('credentials-not-include')) return 'credentials-unknown-other-headers';
    if (!credentials.matters) return 'credentials-unknown-same-answer';
    return verdict === 'blocked' ? 'credentials-unknown-other-check' : 'credentials-unknown-decisive';
  }
  return credentials.by === 'went-on'
    ? 'credentials-not-include-went-on'
    : `credentials-include-${credentials.by}`;
}
