import type { Message } from '../diagnosis.ts';
import type { PreflightKey } from './preflight-words.ts';

/** The name under which the words about preflights are found, as if it were a rule. */
export const PREFLIGHT = 'preflight';

/** A text about a preflight, with the values of its placeholders. */
export function preflightMessage(key: PreflightKey, data: Message['data'] = {}): Message {
  return { rule: PREFLIGHT, key, data };
}
