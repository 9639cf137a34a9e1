import type { LocatedFault } from '../../fetch/evaluation.ts';
import { displayHost } from '../display-url.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { CORS_PREFLIGHT_FETCH, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';
import { isSafeMethod } from '../safe-method.ts';
import { serverResponse } from '../server-response.ts';

/** The preflight failed, so the request behind it stayed in the browser. */
export const requestNotSent: Rule = {
  id: 'request-not-sent',
  severity: 'info',
  words: {
    title: 'The {method} itself was never sent',
    headline:
      'The browser sent only the preflight (`OPTIONS`) to `{host}`, so the `{method}` changed nothing there.',
    'headline-redirected':
      'The `{method}` was never sent to `{host}`, but `{before}`, which redirected it there, received it.',
    explanation: 'The request itself follows only if its preflight passes. You can send it again.',
    'explanation-redirected':
      'If `{before}` did something before it redirected, that is done. Only the request behind the redirect stayed in the browser.',
    evidence: 'The preflight failed, and no response to the `{method}` itself was seen.',
  },
  links: [mdn('Preflight request', 'Glossary/Preflight_request'), CORS_PREFLIGHT_FETCH],
  explains: [
    ...REFUSED_PREFLIGHT,
    'preflight-allow-credentials',
    'preflight-allow-methods-syntax',
    'preflight-allow-headers-syntax',
    'preflight-method',
    'preflight-headers',
    'preflight-answered',
  ],
  find({ fault, exchange, hop, hopIndex }): Found | null {
    if (fault === null || hop.response !== undefined || isEndUnseen(fault)) return null;
    const before = exchange.hops.slice(0, hopIndex).findLast((each) => serverResponse(each) !== null);
    // What would have changed nothing needn't be said to have changed nothing.
    if (isSafeMethod(hop.method)) return null;
    return {
      data: before === undefined ? {} : { before: displayHost(before.url) },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      ...(before === undefined
        ? {}
        : { variant: { headline: 'headline-redirected', explanation: 'explanation-redirected' } }),
    };
  },
};

/** Whether the preflight may have passed after all. */
function isEndUnseen(fault: LocatedFault): boolean {
  return fault.check === 'preflight-answered' && fault.problem === 'closed-unseen';
}
