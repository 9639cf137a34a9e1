import { isOkStatus } from '../../fetch/cors-preflight-fetch.ts';
import { isRedirectStatus } from '../../fetch/http-redirect-fetch.ts';
import { NOT_SENT } from '../execution.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { displayStatus, hasAllowOrigin, refusedPreflight } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The server knows the route, but not what an OPTIONS request to it means. */
export const preflightNotHandled: Rule = {
  id: 'preflight-not-handled',
  severity: 'error',
  words: {
    title: 'OPTIONS answered {code}',
    headline: '`{host}` doesn’t handle the preflight: it answered `OPTIONS` for `{url}` with {status}.',
    'headline-status-only':
      '`{host}` sends CORS headers, but answered the preflight for `{url}` with {status}; only 200 to 299 counts.',
    'headline-rate-limit':
      '`{host}` answered the preflight with {status}: its rate limit counts `OPTIONS` requests too.',
    explanation: `Before a {method} request like this one, the browser asks with an \`OPTIONS\` request whether it may. The server has no answer for \`OPTIONS\` there, so the browser takes it for a no. ${NOT_SENT}`,
    'explanation-status-only': `A preflight passes only with a status from 200 to 299, whatever its headers say. Something behind the CORS layer answers \`OPTIONS\` as well, and sets this status. ${NOT_SENT}`,
    'explanation-rate-limit': `The limiter answers before the CORS layer does. ${NOT_SENT}`,
    'action-route-options':
      'Let the CORS layer answer `OPTIONS` for every path, before routing, with 204 and the CORS headers.',
  },
  links: [
    mdnError('CORSPreflightDidNotSucceed'),
    mdn('Preflighted requests', 'HTTP/Guides/CORS#preflighted_requests'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const response = refusedPreflight(context);
    if (response === null || isOkStatus(response.status) || isRedirectStatus(response.status)) return null;
    if (response.status >= 500 && response.status !== 501) return null;
    return {
      data: { status: displayStatus(response), code: String(response.status) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [{ id: 'route-options', data: {} }],
      variant: variantOf(response.status, hasAllowOrigin(response)),
    };
  },
};

function variantOf(status: number, hasCorsHeaders: boolean): NonNullable<Found['variant']> {
  if (status === 429) return { headline: 'headline-rate-limit', explanation: 'explanation-rate-limit' };
  if (hasCorsHeaders) return { headline: 'headline-status-only', explanation: 'explanation-status-only' };
  return {};
}
