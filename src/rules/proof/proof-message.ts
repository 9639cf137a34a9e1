import type { Message } from '../diagnosis.ts';
import type { ProofKey } from './proof-words.ts';

/** The name under which the proof's words are found, as if it were a rule. */
export const PROOF = 'proof';

/** A text of the proof, with the values of its placeholders. */
export function proofMessage(key: ProofKey, data: Message['data'] = {}): Message {
  return { rule: PROOF, key, data };
}
