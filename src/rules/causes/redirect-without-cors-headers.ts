import { isRedirectStatus } from '../../fetch/http-redirect-fetch.ts';
import { displayUrl } from '../display-url.ts';
import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { HTTP_REDIRECT_FETCH, mdnError } from '../links.ts';
import { callableUrl, redirectTarget } from '../redirect-target.ts';
import type { Found, Rule } from '../rule.ts';

/** Every response on the way needs CORS headers, also one that only says where to go. */
export const redirectWithoutCorsHeaders: Rule = {
  id: 'redirect-without-cors-headers',
  severity: 'error',
  words: {
    title: 'Redirect without CORS headers ({code})',
    headline:
      '`{url}` redirects to `{to}` ({status}) without CORS headers, so the browser doesn’t follow it for `{origin}`.',
    explanation:
      'Every response on the way needs `Access-Control-Allow-Origin`, also the redirects, even if the final server allows your origin. A redirect to yet another origin would also make the browser send `Origin: null` there, so calling the final URL directly is the surer way.',
    evidence:
      '`{host}` answered {method} with {status} and a `Location`, and the response has no `Access-Control-Allow-Origin`.',
  },
  links: [mdnError('CORSMissingAllowOrigin'), HTTP_REDIRECT_FETCH],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer?.on !== 'response' || !isRedirectStatus(answer.response.status)) return null;
    const target = redirectTarget(context.hop, answer.response);
    // Without a place to go to, it is just a response.
    if (target === null) return null;
    const to = displayUrl(target);
    const call = displayUrl(callableUrl(context.exchange.initiator, target));
    return {
      data: { to, status: displayStatus(answer.response), code: String(answer.response.status) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        { id: 'call-url-directly', data: { to: call } },
        ...(to === call ? [] : [{ id: 'keep-https-in-redirects', data: {} }]),
      ],
    };
  },
};
