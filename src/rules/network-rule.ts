import type { NetworkProblem } from '../fetch/evaluation.ts';
import type { Link } from './diagnosis.ts';
import { NO_ANSWER } from './explainable.ts';
import type { Found, Rule, RuleContext, RuleWords } from './rule.ts';

/** A rule's words, whose evidence is `REPORTED` unless they have their own. */
export interface NetworkWords extends Pick<RuleWords, 'title' | 'headline' | 'explanation'> {
  readonly [key: string]: string;
}

/** What sets one rule about a network failure apart from the others. */
export interface NetworkRule {
  readonly id: string;
  readonly problems: readonly NetworkProblem[];
  readonly words: NetworkWords;
  readonly links: readonly Link[];
  readonly severity?: Rule['severity'];
  /**
   * What the rule has to say besides the browser's error text, which all of them name as `{error}`; null if the rule
   * doesn't apply after all.
   */
  details?(context: RuleContext, error: string): Partial<Omit<Found, 'at'>> | null;
}

/** What shows a network failure: nothing but what the browser says. */
export const REPORTED = 'The browser reported `{error}`.';

/** A rule for requests that got no usable answer, whatever any CORS header says. */
export function networkRule({ id, problems, words, links, severity, details }: NetworkRule): Rule {
  return {
    id,
    severity: severity ?? 'error',
    words: { evidence: REPORTED, ...words },
    links,
    explains: NO_ANSWER,
    find(context): Found | null {
      const { fault } = context;
      if (fault?.check !== 'answered' && fault?.check !== 'preflight-answered') return null;
      if (!problems.includes(fault.problem)) return null;
      const error = fault.error === '' ? endOf(context) : fault.error;
      const found = details === undefined ? {} : details(context, error);
      if (found === null) return null;
      const { data, ...rest } = found;
      return {
        confidence: 'certain',
        ...rest,
        // Firefox's sentences have a full stop of their own.
        data: { error: error.replace(/[.。]$/, ''), ...data },
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
