import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { displayStatus, refusedPreflight } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The server fails on the preflight. */
export const preflightServerError: Rule = {
  id: 'preflight-server-error',
  severity: 'error',
  words: {
    title: 'Server error {code} on OPTIONS',
    headline: '`{host}` failed on the preflight: it answered `OPTIONS` for `{url}` with {status}.',
    explanation:
      'The CORS error is only the symptom. Often, code that runs for every request doesn’t expect an `OPTIONS` request, which has no body, cookies or token.',
    evidence: '`{host}` answered `OPTIONS` with {status}, which says that the server itself failed.',
  },
  links: [
    mdnError('CORSPreflightDidNotSucceed'),
    mdn('HTTP status codes', 'HTTP/Reference/Status#server_error_responses'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const response = refusedPreflight(context);
    if (response === null || response.status < 500 || response.status === 501) return null;
    const status = displayStatus(response);
    return {
      data: { status, code: String(response.status) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [{ id: 'fix-server-error', data: { status } }],
    };
  },
};
