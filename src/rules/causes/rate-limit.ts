import { getHeader } from '../../model/header-list.ts';
import { OUTSIDE_CORS } from '../explainable.ts';
import { answerOutsideCors, askedMethod, displayStatus } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** A limiter that answers before the CORS layer does. */
export const rateLimit: Rule = {
  id: 'rate-limit',
  severity: 'error',
  words: {
    title: 'Rate limit reached ({code})',
    headline: '`{host}` got too many requests and answered {status}, without CORS headers.',
    'headline-preflight':
      '`{host}` answered the preflight with {status}: its rate limit counts `OPTIONS` requests too.',
    explanation:
      'The limiter answers before the CORS headers are added. So your script on `{origin}` can’t see the status, and the browser reports CORS instead.',
    'explanation-preflight':
      'A preflight may only pass with a status from 200 to 299. Each request that needs one counts twice here.',
    evidence: '`{host}` answered `{asked}` with {status}.',
    'evidence-retry-after': '`{host}` answered `{asked}` with {status} and `Retry-After: {retryAfter}`.',
    'action-slow-down':
      'Wait before you try again, as long as `Retry-After` says if it is there, and send fewer requests.',
    'action-exempt-options-from-limit':
      'Leave `OPTIONS` requests out of the rate limit, and let browsers keep the answer to the preflight with `Access-Control-Max-Age`.',
  },
  links: [mdn('429 Too Many Requests', 'HTTP/Reference/Status/429'), mdnHeader('Retry-After'), CORS_CHECK],
  explains: OUTSIDE_CORS,
  find(context): Found | null {
    const answer = answerOutsideCors(context);
    if (answer?.response.status !== 429) return null;
    const { on, response } = answer;
    const retryAfter = getHeader(response.headers, 'retry-after');
    return {
      data: {
        status: displayStatus(response),
        code: String(response.status),
        asked: askedMethod(answer, context.hop),
        ...(retryAfter === null ? {} : { retryAfter }),
      },
      confidence: 'certain',
      at: { hop: context.hopIndex, on },
      actions: [
        { id: 'slow-down', data: {} },
        { id: on === 'preflight' ? 'exempt-options-from-limit' : 'send-cors-headers-on-errors', data: {} },
      ],
      variant: {
        ...(on === 'preflight'
          ? { headline: 'headline-preflight', explanation: 'explanation-preflight' }
          : {}),
        ...(retryAfter === null ? {} : { evidence: 'evidence-retry-after' }),
      },
    };
  },
};
