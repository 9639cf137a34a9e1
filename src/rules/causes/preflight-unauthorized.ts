import { containsHeader } from '../../model/header-list.ts';
import { NOT_SENT } from '../execution.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { displayStatus, refusedPreflight } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Something that checks who is asking stands before CORS, and a preflight never says who is asking. */
export const preflightUnauthorized: Rule = {
  id: 'preflight-unauthorized',
  severity: 'error',
  words: {
    title: 'OPTIONS answered {code}',
    headline:
      '`{host}` wants the preflight to be signed in: it answered `OPTIONS` with {status}, and no preflight ever carries a cookie or a token.',
    'headline-forbidden':
      '`{host}` forbids the preflight: it answered `OPTIONS` with {status} before anything that knows CORS got to see it.',
    explanation: `Authentication runs before CORS on this server. Browsers send preflights without credentials, by the standard, so no token that you add can help. ${NOT_SENT}`,
    'explanation-forbidden': `An access rule, a firewall, a CSRF filter or a storage bucket without a CORS rule refuses it. Some frameworks answer 403 as well when the origin, the method or a header isn’t on their list: look for it in the server’s log. ${NOT_SENT}`,
    'action-let-options-through':
      'Let `OPTIONS` requests that carry `Access-Control-Request-Method` pass before authentication, and let the CORS layer answer them.',
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
    const forbidden = response.status === 403 && !containsHeader(response.headers, 'www-authenticate');
    return {
      data: { status: displayStatus(response), code: String(response.status) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [{ id: forbidden ? 'allow-in-access-rule' : 'let-options-through', data: {} }],
      ...(forbidden
        ? { variant: { headline: 'headline-forbidden', explanation: 'explanation-forbidden' } }
        : {}),
    };
  },
};
