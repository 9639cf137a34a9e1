import type { Evaluation } from '../fetch/evaluation.ts';
import type { Action, Fix } from '../model/fix.ts';
import type { Finding } from './diagnosis.ts';
import type { AnsweredBy } from './responder/answered-by.ts';
import { withPlatformHints } from './responder/platform-hints.ts';

/** What is known of an exchange besides its header changes, as far as it tells what else to do. */
interface Known {
  readonly evaluation: Evaluation;
  readonly lead: Finding;
  readonly answeredBy: AnsweredBy | null;
}

/** What answered isn't what the page asked for: headers on that would only let it read the wrong answer. */
const WRONG_ANSWER: ReadonlySet<string> = new Set([
  'bot-challenge',
  'dev-tunnel-interstitial',
  'redirect-to-login',
]);

/** The header changes together with what the rule that leads proposes outside the headers. */
export function withActions(fix: Fix, { evaluation, lead, answeredBy }: Known): Fix {
  const actions: Action[] = [...withPlatformHints(lead.actions, answeredBy)];
  if (fix.changes.length > 0 && WRONG_ANSWER.has(lead.rule)) {
    actions.push({ id: 'headers-belong-to-app', data: {} });
  }
  if (fix.changes.length > 0 && evaluation.credentials.value === 'unknown') {
    actions.push({ id: 'allow-credentials-if-sent', data: {} });
  }
  return { ...fix, actions };
}
