import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A limit for request bodies, which is checked before CORS headers are added. */
export const bodyTooLarge: Rule = {
  id: 'body-too-large',
  severity: 'error',
  words: {
    title: 'Request body too large ({code})',
    headline:
      'The body of the {method} request is larger than `{host}` accepts: it answered {status}, without CORS headers.',
    explanation:
      'The server, or a proxy in front of it, checks the limit before the CORS headers are added. So your script on `{origin}` can’t see the status, and the browser reports CORS instead.',
    evidence:
      '`{host}` answered {method} with {status}, which has no other meaning, and without `Access-Control-Allow-Origin`.',
    'action-raise-body-limit':
      'Send a smaller body, or raise the limit: `client_max_body_size` in nginx, `limit` of the body parser in Express.',
  },
  links: [
    mdn('413 Content Too Large', 'HTTP/Reference/Status/413'),
    mdnError('CORSMissingAllowOrigin'),
    CORS_CHECK,
  ],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer?.on !== 'response' || answer.response.status !== 413) return null;
    return {
      data: { status: displayStatus(answer.response), code: String(answer.response.status) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        { id: 'raise-body-limit', data: {} },
        { id: 'send-cors-headers-on-errors', data: {} },
      ],
    };
  },
};
