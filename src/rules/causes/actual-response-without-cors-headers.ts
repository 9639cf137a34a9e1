import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdnError } from '../links.ts';
import { hasPassedPreflight } from '../passed-preflight.ts';
import type { Found, Rule } from '../rule.ts';

/** The preflight passed, and the response that matters has no CORS headers. */
export const actualResponseWithoutCorsHeaders: Rule = {
  id: 'actual-response-without-cors-headers',
  severity: 'error',
  words: {
    title: 'CORS headers on OPTIONS only',
    headline:
      '`{host}` allows {method} in the preflight, but its response to the {method} request ({status}) has no CORS headers.',
    explanation:
      'The permission of a preflight covers sending the request. To read the response, the page needs `Access-Control-Allow-Origin` on it as well.',
    evidence:
      'The preflight’s answer has `Access-Control-Allow-Origin`, and the response to {method} hasn’t.',
    'evidence-kept':
      'The browser used its answer to an earlier preflight, which must have allowed {method}; the response has no `Access-Control-Allow-Origin`.',
  },
  links: [mdnError('CORSMissingAllowOrigin'), CORS_CHECK],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer?.on !== 'response') return null;
    const need = context.evaluation.preflights[context.hopIndex];
    const isKept = need?.needed === 'yes' && need.seen === 'cached';
    if (!isKept && !hasPassedPreflight(context)) return null;
    return {
      data: { status: displayStatus(answer.response) },
      confidence: isKept ? 'likely' : 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [{ id: 'add-cors-to-route', data: {} }],
      ...(isKept ? { variant: { evidence: 'evidence-kept' } } : {}),
    };
  },
};
