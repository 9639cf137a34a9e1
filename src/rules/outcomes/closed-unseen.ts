import { NO_ANSWER } from '../explainable.ts';
import { CORS_GUIDE } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The browser never said how it ended. */
export const closedUnseen: Rule = {
  id: 'closed-unseen',
  severity: 'info',
  words: {
    title: 'No end was seen',
    headline: 'The browser never reported how the request to `{host}` ended.',
    explanation:
      'The page was left, the tab closed, or the recording stopped before a response came. Without a response nothing can be said about CORS.',
    evidence: 'The browser reported neither a response nor an error.',
  },
  links: [CORS_GUIDE],
  explains: NO_ANSWER,
  find({ fault, hopIndex }): Found | null {
    if (fault?.check !== 'answered' && fault?.check !== 'preflight-answered') return null;
    if (fault.problem !== 'closed-unseen') return null;
    return { data: {}, confidence: 'certain', at: { hop: hopIndex, on: 'request' } };
  },
};
