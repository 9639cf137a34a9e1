import { linesOf } from '../../fetch/header-lines.ts';
import { containsHeader } from '../../model/header-list.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';

/** Whether the answer allows every origin by `*`. */
export function isWildcard({ allowOrigin }: AcceptedAnswer): boolean {
  return allowOrigin === '*';
}

/** The header that says that what is behind the answer is some user's own; null if none does. */
export function privateSignOf({ hop, headers }: AcceptedAnswer): string | null {
  if (containsHeader(hop.request?.headers ?? [], 'authorization')) return 'Authorization';
  return linesOf(headers, 'set-cookie').length > 0 ? 'Set-Cookie' : null;
}
