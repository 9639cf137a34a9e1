import type { NetworkProblem } from '../fetch/evaluation.ts';
import type { Link } from './diagnosis.ts';
import { NO_ANSWER } from './explainable.ts';
import type { Found, Rule, RuleContext, RuleWords } from './rule.ts';

/** What sets one rule about a network failure apart from the others. */
export interface NetworkRule {
  readonly id: string;
  readonly problems: readonly NetworkProblem[];
  readonly words: RuleWords;
  readonly links: readonly Link[];
  readonly severity?: Rule['severity'];
  /** What the rule has to say besides the browser's error text, which all of them name as `{error}`. */
  details?(context: RuleContext): Partial<Omit<Found, 'at'>>;
}

/** A rule for requests that got no usable answer, whatever any CORS header says. */
export function networkRule({ id, problems, words, links, severity, details }: NetworkRule): Rule {
  return {
    id,
    severity: severity ?? 'error',
    words,
    links,
    explains: NO_ANSWER,
    find(context): Found | null {
      const { fault } = context;
      if (fault?.check !== 'answered' && fault?.check !== 'preflight-answered') return null;
      if (!problems.includes(fault.problem)) return null;
      const { data, ...rest } = details?.(context) ?? {};
      return {
        confidence: 'certain',
        ...rest,
        data: { error: fault.error === '' ? endOf(context) : fault.error, ...data },
        at: {
          hop: context.hopIndex,
          on: fault.check === 'preflight-answered' ? 'preflight' : 'request',
        },
      };
    },
  };
}

/** What the recorder knows of the end where the browser has no error text for it, such as `navigation`. */
function endOf({ exchange: { outcome } }: RuleContext): string {
  return outcome.state === 'closed' ? outcome.reason : outcome.state;
}
