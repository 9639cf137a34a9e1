import { ANYTHING } from '../explainable.ts';
import { CORS_GUIDE, fetchStandard } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The last resort, so that every failure gets a sentence that is at least true. */
export const blockedUnexplained: Rule = {
  id: 'blocked-unexplained',
  severity: 'error',
  words: {
    title: 'Blocked: see the failed check',
    'title-unknown': 'The outcome isn’t clear',
    headline: 'The browser kept the response of `{host}` from `{origin}`: the check “{check}” failed.',
    'headline-unknown':
      'What the browser shows of this request to `{host}` doesn’t tell how it ended for `{origin}`.',
    explanation: 'The list of checks shows which one failed, and what it looked at.',
    'explanation-unknown':
      'Its messages and its outcome don’t fit together, or a part of them wasn’t shown. An extension or a service worker may have changed them on their way. Record the request again, with other extensions turned off.',
    evidence: 'The check “{check}” failed on what the browser showed, and no rule knows why.',
    'evidence-unknown': 'By what the browser showed, no check failed and none explains the outcome.',
  },
  links: [CORS_GUIDE, fetchStandard('the CORS protocol', 'http-cors-protocol')],
  explains: ANYTHING,
  find({ evaluation, fault, hopIndex }): Found | null {
    if (fault !== null) {
      const on = fault.check.startsWith('preflight-') ? 'preflight' : 'response';
      return { data: { check: fault.check }, confidence: 'certain', at: { hop: hopIndex, on } };
    }
    if (evaluation.verdict === 'allowed' || evaluation.verdict === 'opaque') return null;
    return {
      data: {},
      confidence: 'possible',
      at: { hop: hopIndex, on: 'request' },
      variant: {
        title: 'title-unknown',
        headline: 'headline-unknown',
        explanation: 'explanation-unknown',
        evidence: 'evidence-unknown',
      },
    };
  },
};
