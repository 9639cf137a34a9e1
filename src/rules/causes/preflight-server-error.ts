import { NOT_SENT } from '../execution.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { displayStatus, refusedPreflight } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The server, or what stands in front of it, fails on the preflight. */
export const preflightServerError: Rule = {
  id: 'preflight-server-error',
  severity: 'error',
  words: {
    title: 'Server error {code} on OPTIONS',
    headline: '`{host}` failed on the preflight: it answered `OPTIONS` for `{url}` with {status}.',
    'headline-gateway':
      'The proxy at `{host}` got no answer from the service behind it: the preflight for `{url}` ended with {status}.',
    explanation: `Code that runs for every request doesn’t expect an \`OPTIONS\` request without a body, cookies or token. The CORS error is only the symptom. ${NOT_SENT}`,
    'explanation-gateway': `The service may be down, starting or too slow. The CORS error is only the symptom. ${NOT_SENT}`,
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
    const gateway = response.status === 502 || response.status === 503 || response.status === 504;
    return {
      data: { status, code: String(response.status) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [{ id: 'fix-server-error', data: { status } }],
      ...(gateway ? { variant: { headline: 'headline-gateway', explanation: 'explanation-gateway' } } : {}),
    };
  },
};
