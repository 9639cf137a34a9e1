import { NO_ANSWER } from '../explainable.ts';
import { CORS_GUIDE } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The browser never said how it ended, or nobody was there when it did. */
export const closedUnseen: Rule = {
  id: 'closed-unseen',
  severity: 'info',
  words: {
    title: 'No end was seen',
    headline: 'The browser never reported how the request to `{host}` ended.',
    'headline-interrupted': 'The recording has no end of the request to `{host}`.',
    explanation:
      'It may still wait, for the server or for an answer to a question that the browser asks you. Without a response nothing can be said about CORS.',
    'explanation-redirected':
      'After a redirect the browser goes on at once or reports an error. Here it told this extension neither, as it does where a site is kept from extensions (an administrator can ask for that). Whether the page gets a response isn’t known.',
    'explanation-interrupted':
      'The browser may stop an extension at any time, recording can be turned off, and a file may be written while a request runs. What came of the request may have been lost then. If it goes on, you will see it here.',
    evidence: 'The browser reported neither a response nor an error.',
    'evidence-redirected': 'The browser reported the redirect, and nothing after it.',
    'evidence-interrupted': 'Nothing more of the request is recorded.',
  },
  links: [CORS_GUIDE],
  explains: [...NO_ANSWER, 'no-fault'],
  find({ evaluation, exchange: { outcome }, fault, hopIndex }): Found | null {
    const found: Found = { data: {}, confidence: 'certain', at: { hop: hopIndex, on: 'request' } };
    if (fault === null) {
      if (evaluation.verdict !== 'unknown' || outcome.state !== 'closed') return null;
      if (outcome.reason === 'recorder-stopped') return { ...found, variant: INTERRUPTED };
      return outcome.reason === 'timeout' ? { ...found, variant: REDIRECTED } : null;
    }
    if (fault.check !== 'answered' && fault.check !== 'preflight-answered') return null;
    if (fault.problem !== 'closed-unseen') return null;
    return found;
  },
};

const INTERRUPTED = {
  headline: 'headline-interrupted',
  explanation: 'explanation-interrupted',
  evidence: 'evidence-interrupted',
} as const;

const REDIRECTED = { explanation: 'explanation-redirected', evidence: 'evidence-redirected' } as const;
