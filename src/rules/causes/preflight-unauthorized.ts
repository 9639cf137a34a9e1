import { containsHeader } from '../../model/header-list.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { displayStatus, refusedPreflight } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { PlatformId } from '../responder/platforms.ts';
import type { Found, Rule } from '../rule.ts';

/** Something that checks who is asking stands before CORS, and a preflight never says who is asking. */
export const preflightUnauthorized: Rule = {
  id: 'preflight-unauthorized',
  severity: 'error',
  words: {
    title: 'OPTIONS answered {code}',
    headline:
      '`{host}` wants the preflight to be signed in: it answered `OPTIONS` with {status}, and no preflight ever carries a cookie or a token.',
    'headline-forbidden': '`{host}` forbids the preflight: it answered `OPTIONS` for `{url}` with {status}.',
    explanation:
      'Authentication stops the preflight before it gets its proper answer. Browsers send preflights without credentials, by the standard, so no token that you add can help.',
    'explanation-forbidden':
      'An access rule, a firewall, a sign-in check or a storage bucket without a CORS rule refuses it. Some CORS layers answer 403 as well, when the origin, the method or a header isn’t on their list.',
    'explanation-cdn':
      'CloudFront made this answer itself: its cache behavior doesn’t allow `OPTIONS`, or AWS WAF or a geographic restriction refuses it.',
    evidence: '`{host}` answered `OPTIONS` with {status}, which asks for a sign-in.',
    'evidence-gate':
      '`{host}` answered `OPTIONS` with {status}, and the headers are those of a sign-in in front of the server.',
    'evidence-forbidden':
      '`{host}` answered `OPTIONS` with {status}; who refuses, and why, the headers don’t tell.',
    'evidence-cdn':
      '`{host}` answered `OPTIONS` with {status}, and by its headers CloudFront made this answer; which of its rules it was they don’t tell.',
    'action-allow-in-access-rule':
      'Allow `OPTIONS` for `{url}` in the rule that answers 403, and add `{origin}` to the allowed origins if the server has such a list.',
  },
  links: [
    mdnError('CORSPreflightDidNotSucceed'),
    mdn('Preflight requests and credentials', 'HTTP/Guides/CORS#preflight_requests_and_credentials'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const response = refusedPreflight(context);
    if (response === null || ![401, 403, 407].includes(response.status)) return null;
    const data = { status: displayStatus(response), code: String(response.status) };
    const at = { hop: context.hopIndex, on: 'preflight' } as const;
    const signIn = [{ id: 'let-options-through', data: {} }];
    if (response.status !== 403 || containsHeader(response.headers, 'www-authenticate')) {
      return { data, confidence: 'certain', at, actions: signIn };
    }
    const maker = context.answeredBy?.maker ?? null;
    if (maker !== null && SIGN_IN_GATES.includes(maker.platform)) {
      return {
        data,
        confidence: maker.confidence,
        at,
        actions: signIn,
        variant: { evidence: 'evidence-gate' },
      };
    }
    const isCdn = maker?.platform === 'cloudfront';
    return {
      data,
      confidence: 'likely',
      at,
      actions: [
        { id: 'allow-in-access-rule', data: {} },
        { id: 'read-server-log', data: {} },
      ],
      variant: {
        headline: 'headline-forbidden',
        explanation: isCdn ? 'explanation-cdn' : 'explanation-forbidden',
        evidence: isCdn ? 'evidence-cdn' : 'evidence-forbidden',
      },
    };
  },
};

/** Who answers 403, too, to whoever isn't signed in. */
const SIGN_IN_GATES: readonly PlatformId[] = ['cloudflare-access', 'google-frontend', 'azure-app-service'];
