import type { Evaluation } from '../fetch/evaluation.ts';
import type { Action, Fix } from '../model/fix.ts';
import type { Finding } from './diagnosis.ts';

/** The header changes together with what the cause's rule proposes outside the headers. */
export function withActions(fix: Fix, evaluation: Evaluation, cause: Finding | null): Fix {
  const actions: Action[] = [...(cause?.actions ?? [])];
  if (fix.changes.length > 0 && evaluation.credentials.value === 'unknown') {
    actions.push({ id: 'allow-credentials-if-sent', data: {} });
  }
  return { changes: fix.changes, statuses: fix.statuses, actions };
}
