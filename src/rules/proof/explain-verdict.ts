import type { Diagnosis, Message } from '../diagnosis.ts';
import { proofMessage } from './proof-message.ts';

/** The last line of the proof: the verdict and, where it needs one, its cause. */
export function explainVerdict({ verdict, cause }: Pick<Diagnosis, 'verdict' | 'cause'>): readonly Message[] {
  const conclusion = proofMessage(`verdict-${verdict}`);
  const needsCause = verdict === 'blocked' || verdict === 'failed' || verdict === 'unknown';
  return needsCause && cause !== null ? [conclusion, cause.title] : [conclusion];
}
